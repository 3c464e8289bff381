import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { keys, playFleet } from '../../apis/scenario.ts';
import { addConnection, findField, waitForText } from '../../browsers/page.ts';
import { until } from '../../browsers/until.ts';
import { type Session, startSession } from '../session.ts';

const profiles = 200;
const accountsEach = 50;
const parallel = 4;

describe('a fleet of 200 profiles and 10,000 accounts', () => {
  let session: Session;
  beforeAll(async () => {
    session = await startSession({ idleTimeoutMs: 8_000 });
    const { synposter } = session.apis;
    synposter.state.profiles = [];
    synposter.state.accounts = [];
    playFleet(session.apis, { profiles, accountsEach });
  });
  afterAll(() => session.close());

  const listed = () =>
    session.apis.requests.flatMap(({ path }) => /profileId=(.*)/.exec(path)?.[1] ?? []);

  it('is found with one key', async () => {
    const options = await session.open('options.html');
    await addConnection(options, { service: 'Synposter', key: keys.synposter });
    await waitForText(options, 'Connected. Found 10000 accounts in 200 profiles.');
    expect(new Set(listed()).size).toBe(profiles);
    expect(listed()).toHaveLength(profiles);
    const wanted = 'All 10000 accounts connected';
    await until(async () => (await session.extension.title()) === wanted);
    await options.close();
  }, 120_000);

  it('is checked once per round, even if the background is stopped in between', async () => {
    const { apis, extension, launched } = session;
    const before = listed().length;
    apis.synposter.change('client7_7', { status: 'expired' });
    apis.play('synposter', { kind: 'latency', ms: 50 }, 100);
    await extension.passTime(61);
    await until(() => listed().length >= before + 100);
    // Of the four that are on their way now, none has been stored.
    apis.play('synposter', { kind: 'hang' }, parallel);
    await until(() => listed().length >= before + 104);
    await launched.stopBackground();
    apis.heal();
    await extension.passTime(0);
    await until(async () => (await extension.badge()) === '1');
    await until(() => new Set(listed().slice(before)).size === profiles);
    expect(listed().length - before).toBeLessThanOrEqual(profiles + 2 * parallel);
  }, 180_000);

  it('is shown in the popup, and found by a few letters', async () => {
    const popup = await session.open('popup.html');
    await waitForText(popup, '1 account needs attention');
    await (await findField(popup, 'Search accounts')).type('client 123 client123_4');
    await until(() => popup.evaluate(() => document.querySelectorAll('li').length === 11));
    await popup.close();
  });
});
