import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { keys } from '../../apis/scenario.ts';
import { addConnection, click, find, itemsIn, waitForText } from '../../browsers/page.ts';
import { until } from '../../browsers/until.ts';
import { type Session, startSession } from '../session.ts';

describe('an expired account', () => {
  let session: Session;
  beforeAll(async () => {
    session = await startSession();
    const options = await session.open('options.html');
    await addConnection(options, { service: 'Synposter', key: keys.synposter });
    await waitForText(options, 'Connected. Found 6 accounts in 2 profiles.');
    await options.close();
  });
  afterAll(() => session.close());

  /** The tab that the extension has opened at the platform. */
  const platformPage = (): Promise<Page> =>
    until(async () => {
      const pages = await session.launched.browser.pages();
      return pages.find((page) => page.url().startsWith('https://x.com/'));
    });

  const eventsOf = async (label: string) => {
    const { history } = await session.extension.stored();
    const found = JSON.stringify(history).matchAll(/"label":"([^"]+)"[^}]*"to":"([a-z-]+)"/g);
    return [...found].flatMap(([, who, to]) => (who === label ? to : []));
  };

  it.each([
    { keepsId: true, handle: 'alice' },
    { keepsId: false, handle: 'alice_support' },
  ])('works again after Reconnect, with one history (id kept: $keepsId)', async (played) => {
    const { apis, extension } = session;
    const { handle, keepsId } = played;
    apis.synposter.state.reconnectKeepsId = keepsId;
    apis.synposter.change(handle, { status: 'expired' });
    await extension.passTime(16);
    const popup = await session.open('popup.html');
    await waitForText(popup, '3 accounts need attention');
    await click(popup, 'button', `Reconnect @${handle}`);

    const platform = await platformPage();
    await platform.bringToFront();
    await (await find(platform, 'link', `Authorize ${handle}`)).click();
    await until(() => platform.url() === 'https://api.synposter.com/connected');
    await platform.close();

    await popup.bringToFront();
    await waitForText(popup, '2 accounts need attention');
    const connected = await itemsIn(popup, 'Connected');
    expect(connected.filter((item) => item.includes(`@${handle}\n`))).toHaveLength(1);
    expect(await eventsOf(`@${handle}`)).toEqual(['expired', 'working']);
    const { platformAccountId } = apis.synposter.state.accounts.find(
      (account) => account.handle === handle,
    ) ?? { platformAccountId: 'none' };
    const recovery = new RegExp(`:${platformAccountId}@\\d+>working$`);
    await until(async () => (await extension.notifications()).some((id) => recovery.test(id)));
    await popup.close();
  });
});
