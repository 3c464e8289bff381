import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { keys } from '../../apis/scenario.ts';
import { type Extension, reachExtension } from '../../browsers/extension.ts';
import { itemsIn, waitForText } from '../../browsers/page.ts';
import { until } from '../../browsers/until.ts';
import v1 from '../../state/stored/v1.json' with { type: 'json' };
import { type Session, startSession } from '../session.ts';

describe('an update over an older version’s data', () => {
  let session: Session;
  let extension: Extension;
  const asked = () => session.apis.requests.filter(({ host }) => host.startsWith('api.'));
  const keysSent = () => asked().map(({ headers }) => headers['x-api-key']);

  beforeAll(async () => {
    session = await startSession();
    const { schedPilot, synposter } = session.apis;
    // The services as they were when it was stored.
    const [, northwind] = synposter.state.profiles;
    const [, agency] = v1.stored.connections.value;
    const id = agency?.profiles[1]?.id;
    if (!northwind || !id) throw new Error('There is no second profile');
    for (const account of synposter.state.accounts) {
      if (account.profileId === northwind.id) account.profileId = id;
    }
    northwind.id = id;
    synposter.change('alice', { status: 'expired' });
    schedPilot.drop('SchedPilot Official');

    await session.extension.store(asIfStoredNow(v1));
    await session.launched.update();
    extension = await reachExtension(session.launched);
  });
  afterAll(() => session.close());

  it('has badge and alarm as before, and notifies what was pending', async () => {
    await until(async () => (await extension.badge()) === '2');
    expect(await until(() => extension.alarm())).toBeGreaterThan(Date.now());
    await until(extension.hasToldAll);
    expect(asked()).toEqual([]);
  });

  it('shows every account as before', async () => {
    const popup = await session.open('popup.html');
    await waitForText(popup, '2 accounts need attention');
    const attention = await itemsIn(popup, 'Needs attention');
    expect(attention.join()).toMatch(/@alice\s.*Expired.*@alice_reads\s.*Cannot post/s);
    expect(await itemsIn(popup, 'Connected')).toHaveLength(11);
    expect((await itemsIn(popup, 'Muted')).join()).toMatch(/@northwind\s.*Revoked/s);
    expect(await waitForText(popup, 'Missing from the last check')).toContain('1 paused');
    await popup.close();
  });

  it('has history and settings as before', async () => {
    const options = await session.open('options.html#activity');
    await waitForText(
      options,
      /@alice expired.*@alice_support is connected again.*@alice_support: access revoked/s,
    );
    await options.close();
    const { settings, ...others } = await extension.stored();
    expect(settings).toEqual(v1.stored.settings);
    expect(others['set-aside']).toBeDefined();
    expect(Object.keys(others).filter((key) => key.startsWith('set-aside/'))).toHaveLength(1);
  });

  it('keeps checking with the stored keys', async () => {
    const { apis } = session;
    apis.synposter.change('alice_support', { status: 'expired' });
    await extension.passTime(31);
    // One expired, and one that was missing before the update is still not listed.
    await until(async () => (await extension.badge()) === '4');
    expect(new Set(keysSent())).toEqual(new Set([keys.schedpilot, keys.synposter]));
    const { history } = await extension.stored();
    expect(JSON.stringify(history).match(/"to":/g)).toHaveLength(5);
  });
});

/** The recorded data, with every time as far from now as it was from the recording. */
function asIfStoredNow({ recordedAt, stored }: typeof v1): Record<string, unknown> {
  const passed = Date.now() - recordedAt;
  const isTime = (value: number) => value > recordedAt / 2;
  return JSON.parse(JSON.stringify(stored), (_key, value: unknown) =>
    typeof value === 'number' && isTime(value) ? value + passed : value,
  );
}
