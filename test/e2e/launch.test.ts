import { execFileSync } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, inject, it, onTestFinished } from 'vitest';
import { launch } from '../browsers/launch.ts';
import { nowhere } from '../browsers/launched.ts';
import { until } from '../browsers/until.ts';

it('a browser that rejects the extension is closed', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'no-extension-'));
  const profile = await mkdtemp(join(tmpdir(), 'refused-'));
  onTestFinished(async () => {
    for (const made of [folder, profile]) await rm(made, { recursive: true, force: true });
  });
  const proxyPort = Number(new URL(nowhere).port);
  await expect(launch(inject('browser'), { proxyPort, folder, profile })).rejects.toThrow();
  // Its children end a moment after it.
  await until(() => !execFileSync('ps', ['-eo', 'args'], { encoding: 'utf8' }).includes(profile));
});
