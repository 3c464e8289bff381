import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { afterAll, expect, it } from 'vitest';
import { browserNames } from '../browsers/find.ts';
import { outside } from './outside.ts';

const temporary = mkdtempSync(join(tmpdir(), 'shown-'));
afterAll(() => rmSync(temporary, { recursive: true }));

/** Runs a command of ours without a window, and reads what it says until `last`, or its end. */
async function hear(script: string, options: string[], last?: string): Promise<string[]> {
  const running = spawn(process.execPath, [script, '--headless', ...options], {
    env: { ...outside(), TMPDIR: temporary },
  });
  const ended = once(running, 'close');
  const heard: string[] = [];
  for (const output of [running.stdout, running.stderr]) {
    createInterface({ input: output }).on('line', (line) => {
      heard.push(line);
      if (last !== undefined && line.startsWith(last)) running.kill('SIGINT');
    });
  }
  await ended;
  return heard;
}

it.each(browserNames)('the demo shows an expiring account in %s', async (browser) => {
  const heard = await hear('test/demo/show.ts', ['--browser', browser]);
  expect(heard).toContain('2 accounts need attention   [badge: 2]');
  expect(heard).toContain('3 accounts need attention   [badge: 3]');
  expect(heard).toContain('Notification shown: @alice on X has expired');
});

it.each([
  ['chrome', 'faults'],
  ['firefox', 'all-well'],
])('development starts in %s with both connections, %s', async (browser, scenario) => {
  const options = ['--browser', browser, '--scenario', scenario];
  const heard = await hear('test/demo/dev.ts', options, 'Ready');
  expect(heard).toContainEqual(expect.stringMatching(/^Ready, with the popup in a tab: \S+-ext/));
  // Ctrl+C ends it, as here.
  const profiles = readdirSync(temporary).filter((name) => /firefox|chrome_profile/.test(name));
  expect(profiles).toEqual([]);
});

it.each([
  ['test/demo/show.ts', '--browser', 'chrome, firefox'],
  ['test/demo/dev.ts', '--scenario', 'all-well, some-expired, fleet, faults'],
])('%s fits %s, and no more', async (script, option, choices) => {
  expect(await hear(script, [option, 'none'])).toEqual([`${option} is one of: ${choices}`]);
});
