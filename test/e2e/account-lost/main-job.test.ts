import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { keys } from '../../apis/scenario.ts';
import { addConnection, find, itemsIn, waitForText } from '../../browsers/page.ts';
import { until } from '../../browsers/until.ts';
import { type Session, startSession } from '../session.ts';

describe('the main job', () => {
  let session: Session;
  beforeAll(async () => {
    session = await startSession();
  });
  afterAll(() => session.close());

  it('opens the options page after the installation', async () => {
    const { launched } = session;
    await until(async () =>
      (await launched.tabs()).some((url) => url.startsWith(`${launched.origin}options.html`)),
    );
  });

  it('accepts a key for each service and finds every account', async () => {
    const options = await session.open('options.html');
    await addConnection(options, { service: 'SchedPilot', key: keys.schedpilot });
    await waitForText(options, 'Connected. Found 8 accounts.');
    await addConnection(options, { service: 'Synposter', key: keys.synposter, label: 'Agency' });
    await waitForText(options, 'Connected. Found 6 accounts in 2 profiles.');
    expect(await waitForText(options, 'Agency')).toContain('key ending in 3i2');
    await options.close();
  });

  it('shows them in the popup, the worst first', async () => {
    const popup = await session.open('popup.html');
    await waitForText(popup, '2 accounts need attention');
    const attention = await itemsIn(popup, 'Needs attention');
    expect(attention[0]).toMatch(/@northwind\s.*Northwind Traders\s+Revoked · Synposter/s);
    expect(attention[1]).toMatch(/@alice_reads\s.*Alice’s Brand\s+Cannot post · Synposter/s);
    const connected = await itemsIn(popup, 'Connected');
    expect(connected).toHaveLength(12);
    expect(connected.join()).toMatch(/SchedPilot Official\s+Connected · SchedPilot/);
    expect(connected.join()).toMatch(/@alice\s+Alice’s Brand\s+Active · Synposter/);
    for (const platform of ['LinkedIn', 'X']) await find(popup, 'img', platform);
    expect(await session.extension.badge()).toBe('2');
    expect(await session.extension.notifications()).toEqual([]);
    await popup.close();
  });

  it('finds an expired account by its alarm, and notifies once', async () => {
    const { apis, extension } = session;
    apis.synposter.change('alice', { status: 'expired' });
    await extension.passTime(16);
    await until(async () => (await extension.badge()) === '3');
    expect(await extension.title()).toBe('3 accounts need attention');
    const shown = await until(async () => {
      const ids = await extension.notifications();
      return ids.length > 0 && ids;
    });
    expect(shown).toHaveLength(1);
    expect(shown[0]).toMatch(/twitter:1234567890@\d+>expired$/);

    const popup = await session.open('popup.html');
    await waitForText(popup, '3 accounts need attention');
    expect((await itemsIn(popup, 'Needs attention'))[0]).toMatch(/@alice\s.*Expired/s);
    await popup.close();
  });

  it('needs two listings before an account is no longer listed', async () => {
    const { apis, extension } = session;
    apis.schedPilot.drop('SchedPilot Official');
    const before = apis.requests.length;
    await extension.passTime(16);
    await until(() => apis.requests.slice(before).some(({ host }) => host.includes('schedpilot')));
    const popup = await session.open('popup.html');
    await waitForText(popup, 'Missing from the last check');
    expect(await extension.badge()).toBe('3');
    await extension.passTime(1);
    await waitForText(popup, '4 accounts need attention');
    expect((await itemsIn(popup, 'Needs attention')).join()).toMatch(
      /SchedPilot Official\s+No longer listed/,
    );
    await until(async () => (await extension.badge()) === '4');
    await popup.close();
  });

  it('reports when they work again, and clears the badge', async () => {
    const { apis, extension } = session;
    apis.synposter.reconnect('alice');
    apis.synposter.reconnect('northwind');
    apis.synposter.change('alice_reads', { scopes: ['tweet.write', 'offline.access'] });
    apis.schedPilot.state.accounts.push({ id: 88, type: 'linkedin', name: 'SchedPilot Official' });
    await extension.passTime(16);
    await until(async () => (await extension.badge()) === '');
    expect(await extension.title()).toBe('All 14 accounts connected');
    const popup = await session.open('popup.html');
    await waitForText(popup, 'All 14 accounts connected');
    await popup.close();
  });
});
