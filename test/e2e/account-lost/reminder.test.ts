import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { keys } from '../../apis/scenario.ts';
import { addConnection, click, waitForText } from '../../browsers/page.ts';
import { until } from '../../browsers/until.ts';
import { type Session, startSession } from '../session.ts';

const day = 24 * 60;

describe('the daily reminder', () => {
  let session: Session;
  const reminders = async () =>
    (await session.extension.notifications()).filter((id) => id.endsWith('>reminder'));
  const isRemembered = async () =>
    JSON.stringify((await session.extension.stored()).reminder ?? '').includes('notifiedAt');

  beforeAll(async () => {
    session = await startSession();
    const options = await session.open('options.html');
    await addConnection(options, { service: 'Synposter', key: keys.synposter });
    await waitForText(options, 'Connected. Found 6 accounts in 2 profiles.');
    await options.close();
    await until(async () => (await session.extension.badge()) === '2');
  });
  afterAll(() => session.close());

  it('comes a day after it was turned on, for both accounts that need attention', async () => {
    const { extension } = session;
    const alerts = await session.open('options.html#alerts');
    await click(alerts, 'switch', 'Remind me every day');
    await until(isRemembered);
    await alerts.close();
    await extension.passTime(day - 60);
    await until(extension.hasCheckedAll);
    expect(await reminders()).toEqual([]);
    await extension.passTime(61);
    await until(async () => (await reminders()).length > 0);
    await until(extension.hasToldAll);
    expect(await reminders()).toEqual([expect.stringMatching(/^summary .+@\d+>reminder$/)]);
  });

  it('does not come again on the same day', async () => {
    const { extension } = session;
    await extension.passTime(60);
    await until(extension.hasCheckedAll);
    expect(await reminders()).toHaveLength(1);
  });
});
