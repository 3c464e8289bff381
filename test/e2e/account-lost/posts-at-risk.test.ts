import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { keys } from '../../apis/scenario.ts';
import { addConnection, click, itemsIn, waitForText } from '../../browsers/page.ts';
import { until } from '../../browsers/until.ts';
import { type Session, startSession } from '../session.ts';

const hour = 3_600_000;

describe('posts at risk', () => {
  let session: Session;
  beforeAll(async () => {
    session = await startSession();
    const options = await session.open('options.html');
    await addConnection(options, { service: 'SchedPilot', key: keys.schedpilot });
    await waitForText(options, 'Connected. Found 8 accounts.');
    await options.close();
  });
  afterAll(() => session.close());

  const postsAsked = () => session.apis.requests.filter(({ path }) => path.includes('/posts'));

  it('are read as soon as the setting is turned on', async () => {
    const { schedPilot } = session.apis;
    for (let i = 0; i < 4; i += 1) {
      schedPilot.addPost({ at: Date.now() + 30 * hour + i * hour, accounts: [203] });
    }
    const options = await session.open('options.html#alerts');
    await click(options, 'switch', 'Watch scheduled and failed posts');
    await until(() => postsAsked().length === 2);
    await options.close();
  });

  it('are shown when an account is no longer listed, in popup and notification', async () => {
    const { apis, extension } = session;
    apis.schedPilot.drop('Harbour Films');
    await extension.passTime(16);
    // At once, though an hour is not over.
    await until(() => postsAsked().length === 4);
    await extension.passTime(1);
    const popup = await session.open('popup.html');
    await waitForText(popup, '1 account needs attention');
    const [item] = await itemsIn(popup, 'Needs attention');
    expect(item).toMatch(/@harbourfilms\s.*No longer listed.*\s4 posts at risk, next /s);
    await popup.close();
    const [told] = await until(async () => {
      const ids = await extension.notifications();
      return ids.length > 0 && ids;
    });
    expect(told).toMatch(/203@\d+>unlisted$/);
  });

  it('include failing posts of an account that is still listed', async () => {
    const { apis, extension } = session;
    apis.schedPilot.addPost({ at: Date.now() - hour, accounts: [205], status: 'failed' });
    await extension.passTime(61);
    const popup = await session.open('popup.html');
    await waitForText(popup, '2 accounts need attention');
    const items = await itemsIn(popup, 'Needs attention');
    // Posts that can still be saved come first, before those that have failed.
    expect(items[0]).toContain('@harbourfilms');
    expect(items[1]).toMatch(/@loewenzahn\s.*Posts failing/s);
    await until(async () => (await extension.badge()) === '2');
    await until(async () =>
      (await extension.notifications()).some((id) => /205@\d+>posts-failing$/.test(id)),
    );
    await popup.close();
  });

  it('go away with a reason if a status is unknown, and accounts are still checked', async () => {
    const { apis, extension } = session;
    const accounts = [{ id: 206, type: 'bluesky', posted_status: 'held_back' }];
    apis.schedPilot.addPost({ at: Date.now() + hour, accounts });
    await extension.passTime(61);
    const options = await session.open('options.html#connections');
    await waitForText(options, 'unknown post status (“held_back”)');
    await waitForText(options, '1 account needs attention');
    await options.close();
    await until(async () => (await extension.badge()) === '1');
  });
});
