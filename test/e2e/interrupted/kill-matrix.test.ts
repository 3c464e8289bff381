import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { keys } from '../../apis/scenario.ts';
import { addConnection, waitForText } from '../../browsers/page.ts';
import { until } from '../../browsers/until.ts';
import { type Session, startSession } from '../session.ts';

const kills = 100;
const longestLifeMs = 150;

/** Firefox can't stop its background at a chosen moment. */
describe.runIf(inject('browser') === 'chrome')('a worker stopped at random', () => {
  let session: Session;
  beforeAll(async () => {
    session = await startSession();
    const { apis } = session;
    const profile = apis.synposter.addProfile('Matrix').id;
    for (let i = 0; i < kills; i += 1) apis.synposter.addAccount(profile, { handle: `acc${i}` });
    const options = await session.open('options.html');
    const entry = { service: 'Synposter', key: keys.synposter, profileId: profile };
    await addConnection(options, entry);
    await waitForText(options, 'Connected. Found 100 accounts in 1 profile.');
    await options.close();
  });
  afterAll(() => session.close());

  it('notifies each change exactly once, and ends with the true state', async () => {
    const { apis, extension, launched } = session;
    const changesSeen = async () => {
      const { history } = await extension.stored();
      return JSON.stringify(history ?? '').match(/"to":/g)?.length ?? 0;
    };
    const wake = [
      () => extension.passTime(16),
      // Chrome may delay an alarm by up to a second, but not a person's request.
      () => extension.makeOlder(16).then(extension.askForCheck),
    ];
    for (let i = 0; i < kills; i += 1) {
      apis.synposter.change(`acc${i}`, { status: i % 2 === 0 ? 'expired' : 'revoked' });
      await wake[i % 2]?.();
      // This waits for nothing: the moment of the stop is what is tested.
      await pause(Math.random() * longestLifeMs);
      await launched.stopBackground();
      // More than three changes at once would be one notification.
      if (i % 3 === 2) {
        await extension.passTime(61);
        await until(async () => (await changesSeen()) === i + 1);
        await until(extension.hasToldAll);
      }
    }
    await extension.passTime(61);
    await until(async () => (await extension.badge()) === '99+');
    await until(extension.hasToldAll);

    const told = (await extension.notifications()).map((id) => id.replace(/^.*@\d+>/, ''));
    expect(told.toSorted()).toEqual(
      Array.from({ length: kills }, (_, i) => (i < kills / 2 ? 'expired' : 'revoked')),
    );
    const stored = JSON.stringify(await extension.stored());
    for (const { handle, status } of apis.synposter.state.accounts) {
      if (!handle?.startsWith('acc')) continue;
      expect(stored.match(new RegExp(`"label":"@${handle}"`, 'g')), handle ?? '').toHaveLength(1);
      expect(stored).toMatch(new RegExp(`"handle":"${handle}"[^{}]*"status":"${status}"`));
    }
  }, 300_000);
});
