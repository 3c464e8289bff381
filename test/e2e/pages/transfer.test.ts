import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { defaultSettings } from '../../../utils/state/settings.ts';
import { keys } from '../../apis/scenario.ts';
import { addConnection, chosenIn, click, fill, find, waitForText } from '../../browsers/page.ts';
import { until } from '../../browsers/until.ts';
import { type Session, startSession } from '../session.ts';

const file = {
  stillConnected: 'settings',
  version: 1,
  exportedAt: '2026-11-20T08:00:00.000Z',
  settings: { ...defaultSettings, checkEveryMinutes: 60 },
  connections: [
    {
      id: 'd9428888-122b-4f4b-9f7a-0b1b5d1e2a33',
      service: 'schedpilot',
      label: 'From my desk',
      paused: false,
      profiles: [],
    },
  ],
};

describe('exported settings', () => {
  let session: Session;
  let options: Page;
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'still-connected-'));
    session = await startSession();
    options = await session.open('options.html#about');
  });
  afterAll(async () => {
    await session.close();
    await rm(folder, { recursive: true, force: true });
  });

  it('bring their connections, which ask for their keys and then work', async () => {
    const path = join(folder, 'settings.json');
    await writeFile(path, JSON.stringify(file));
    await click(options, 'button', 'Import settings');
    const input = await until(async () => (await options.$('input[type="file"]')) ?? undefined);
    await input.uploadFile(path);
    await click(options, 'button', 'Import');
    await waitForText(options, 'Enter the key for 1 new connection under Connections.');

    const popup = await session.open('popup.html');
    await waitForText(popup, 'Enter your SchedPilot key again.');
    await find(popup, 'button', 'Replace key');
    expect(await session.extension.badge()).toBe('!');
    await popup.close();

    await click(options, 'link', 'Alerts');
    await until(async () => (await chosenIn(options, 'Check every')) === '60');
    await click(options, 'link', 'Connections');
    await click(options, 'button', 'Edit');
    await find(options, 'button', 'Cancel');
    await fill(options, 'API key', keys.schedpilot);
    await click(options, 'button', 'Test and save');
    await waitForText(options, /From my desk[\s\S]*8 accounts/);
    await until(async () => (await session.extension.badge()) !== '!');
  });

  it('are all deleted by “Delete everything”', async () => {
    await addConnection(options, { service: 'Synposter', key: keys.synposter });
    await waitForText(options, 'Found 6 accounts');
    await until(session.extension.hasCheckedAll);
    await click(options, 'link', 'About');
    await click(options, 'button', 'Delete everything');
    await find(options, 'button', 'Cancel');
    await options.click('dialog[open] .danger');
    await waitForText(options, 'Everything was deleted.');
    expect(await session.extension.stored()).toEqual({});
    await until(async () => (await session.extension.alarm()) === undefined);
    expect(await session.extension.badge()).toBe('');

    const popup = await session.open('popup.html');
    await waitForText(popup, 'Add an API key to start');
  });
});
