import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { keys } from '../../apis/scenario.ts';
import { addConnection, click, waitForText } from '../../browsers/page.ts';
import { until } from '../../browsers/until.ts';
import { type Session, startSession } from '../session.ts';

describe('a list that empties at once', () => {
  let session: Session;
  beforeAll(async () => {
    session = await startSession();
    const options = await session.open('options.html');
    await addConnection(options, { service: 'SchedPilot', key: keys.schedpilot, label: 'Studio' });
    await waitForText(options, 'Connected. Found 8 accounts.');
    await options.close();
  });
  afterAll(() => session.close());

  /** Lets time pass, and waits for the next listing. */
  async function look(minutes: number): Promise<void> {
    const { apis, extension } = session;
    const before = apis.requests.length;
    await extension.passTime(minutes);
    await until(() => apis.requests.length > before);
    await until(extension.hasCheckedAll);
  }

  it('raises no alarm if the accounts are back within half an hour', async () => {
    const { apis, extension } = session;
    const all = apis.schedPilot.state.accounts;
    apis.schedPilot.state.accounts = [];
    await look(16);
    const popup = await session.open('popup.html');
    await waitForText(
      popup,
      'SchedPilot lists 0 of 8 accounts. Checking again before raising an alarm.',
    );
    await waitForText(popup, '8 accounts not checked');
    await until(async () => (await extension.badge()) === '!');
    for (const minutes of [1, 5, 15]) await look(minutes);

    apis.schedPilot.state.accounts = all;
    await extension.makeOlder(6);
    await extension.askForCheck();
    await waitForText(popup, 'All 8 accounts connected');
    await until(async () => (await extension.badge()) === '');
    expect(await extension.notifications()).toEqual([]);
    await popup.close();
  });

  it('is one notification for the connection once it has lasted', async () => {
    const { apis, extension } = session;
    apis.schedPilot.state.accounts = [];
    for (const minutes of [16, 1, 5, 15]) await look(minutes);
    expect(await extension.notifications()).toEqual([]);
    await look(15);
    await until(async () => (await extension.badge()) === '8');
    const shown = await until(async () => {
      const ids = await extension.notifications();
      return ids.length > 0 && ids;
    });
    expect(shown).toEqual([expect.stringMatching(/>mass-unlisted$/)]);
  });

  it('is forgotten at once when the user says they removed the accounts', async () => {
    const popup = await session.open('popup.html');
    await waitForText(popup, 'SchedPilot no longer lists 8 accounts.');
    await click(popup, 'button', 'I removed them');
    await waitForText(popup, 'No accounts connected yet');
    await until(async () => (await session.extension.badge()) === '');
    await popup.close();
  });
});
