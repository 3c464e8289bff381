import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import type { browser as extensionApis } from 'wxt/browser';
import { keys } from '../../apis/scenario.ts';
import { addConnection, click, waitForText } from '../../browsers/page.ts';
import { until } from '../../browsers/until.ts';
import { type Session, startSession } from '../session.ts';

declare const chrome: typeof extensionApis;

/** https://developer.chrome.com/docs/extensions/reference/api/storage#storage_areas */
const quotaBytes = 10 * 1024 * 1024;

/** Firefox sets extensions no limit but the disk's. */
describe.runIf(inject('browser') === 'chrome')('full storage', () => {
  let session: Session;
  beforeAll(async () => {
    session = await startSession();
    const options = await session.open('options.html');
    await addConnection(options, { service: 'SchedPilot', key: keys.schedpilot });
    await waitForText(options, 'Connected. Found 8 accounts.');
    await options.close();
  });
  afterAll(() => session.close());

  it('is notified, loses nothing, and recovers with the next write', async () => {
    const { apis, extension } = session;
    await until(extension.hasCheckedAll);
    const popup = await session.open('popup.html');
    await popup.evaluate(async (quota) => {
      const { local } = chrome.storage;
      const free = quota - (await local.getBytesInUse(null));
      await local.set({ filler: 'x'.repeat(free - 'filler""'.length) });
    }, quotaBytes);
    apis.schedPilot.drop('Harbour Films');
    await extension.passTime(16);
    await waitForText(popup, 'Still Connected can’t save');
    await waitForText(popup, 'All 8 accounts connected');
    await until(async () => (await extension.badge()) === '!');
    await until(async () => (await extension.notifications()).length > 0);
    expect(await extension.notifications()).toEqual(['cannot-save']);

    await popup.evaluate(() => chrome.storage.local.remove('filler'));
    await click(popup, 'button', 'Try again');
    await waitForText(popup, 'Missing from the last check');
    await until(() => popup.evaluate(() => !document.querySelector('[role=alert]')));
    await until(async () => (await extension.badge()) === '');
  });
});
