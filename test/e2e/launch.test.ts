import { execFileSync } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, inject, it, onTestFinished } from 'vitest';
import { launch } from '../browsers/launch.ts';
import { nowhere } from '../browsers/launched.ts';

it('a browser that rejects the extension is closed', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'no-extension-'));
  const profile = await mkdtemp(join(tmpdir(), 'refused-'));
  onTestFinished(async () => {
    for (const made of [folder, profile]) await rm(made, { recursive: true, force: true });
  });
  const proxyPort = Number(new URL(nowhere).port);
  await expect(launch(inject('browser'), { proxyPort, folder, profile })).rejects.toThrow();
  const running = execFileSync('ps', ['-eo', 'args'], { encoding: 'utf8' });
  expect(running.split('\n').filter((command) => command.includes(profile))).toEqual([]);
});
