import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { keys } from '../../apis/scenario.ts';
import { addConnection, itemsIn, waitForText } from '../../browsers/page.ts';
import { until } from '../../browsers/until.ts';
import { type Session, startSession } from '../session.ts';

describe('an account that keeps losing its connection', () => {
  let session: Session;
  const kinds = async () =>
    (await session.extension.notifications()).map((id) => id.replace(/^.*>/, '')).sort();

  beforeAll(async () => {
    session = await startSession();
    const options = await session.open('options.html');
    await addConnection(options, { service: 'Synposter', key: keys.synposter });
    await waitForText(options, 'Connected. Found 6 accounts in 2 profiles.');
    await options.close();
  });
  afterAll(() => session.close());

  async function becomes(status: 'active' | 'expired'): Promise<void> {
    const { apis, extension } = session;
    apis.synposter.change('alice_support', { status });
    await extension.passTime(16);
    // Two others need attention all the time.
    const badge = status === 'expired' ? '3' : '2';
    await until(async () => (await extension.badge()) === badge);
    await until(extension.hasCheckedAll);
    await until(extension.hasToldAll);
  }

  it('is notified three times, and then once as flapping', async () => {
    for (let times = 0; times < 6; times += 1) {
      await becomes('expired');
      await becomes('active');
    }
    // The fourth of them says that it keeps losing its connection.
    await until(async () => (await kinds()).length === 7);
    expect(await kinds()).toEqual([...Array(4).fill('expired'), ...Array(3).fill('working')]);
  });

  it('shows in its row how often', async () => {
    const popup = await session.open('popup.html');
    await waitForText(popup, 'Lost its connection 6 times in the last 6 hours');
    const rows = await itemsIn(popup, 'Connected');
    expect(rows.find((row) => row.includes('@alice_support'))).toContain('6 times');
    await popup.close();
  });
});
