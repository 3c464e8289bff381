import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import {
  forgetAccounts,
  forgetLostAccounts,
  moveToClient,
  muteAccounts,
} from '@/utils/commands/accounts';
import { removeConnection } from '@/utils/commands/connections';
import { historyItem } from '@/utils/state/items';
import { readState } from '@/utils/state/read-state';
import { readItems } from '@/utils/storage/read-items';
import { accountCalled, keyOf } from '../monitor/stored';
import { recordShown, startCheckedWorld, startWorker, type World } from '../monitor/world';

let world: World;
beforeEach(async () => {
  world = await startCheckedWorld();
});

async function checkAfter(minutes: number): Promise<void> {
  world.pass(minutes);
  await startWorker(world.http).run();
}

describe('a muted account', () => {
  it('is neither counted nor notified until it works, and then notified again', async () => {
    const shown = recordShown();
    const mute = { until: 'works' } as const;
    await muteAccounts(world.now(), { accounts: [await keyOf(world, 'northwind')], mute });
    world.synposter.change('northwind', { status: 'expired' });
    await checkAfter(20);
    expect(shown()).toEqual([]);
    expect(await fakeBrowser.action.getBadgeText({})).toBe('1');

    world.synposter.change('northwind', { status: 'active' });
    await checkAfter(20);
    world.synposter.change('northwind', { status: 'expired' });
    await checkAfter(20);
    expect(shown().map((id) => id.replace(/^.*>/, ''))).toEqual(['working', 'expired']);
  });

  it('counts again when it is unmuted', async () => {
    const account = await keyOf(world, 'northwind');
    await muteAccounts(world.now(), { accounts: [account], mute: { until: 'always' } });
    await muteAccounts(world.now(), { accounts: [account], mute: null });
    await startWorker(world.http).run();
    expect(await fakeBrowser.action.getBadgeText({})).toBe('2');
  });
});

describe('a client set by hand', () => {
  it('is named in the account’s notifications until it is removed', async () => {
    const key = await keyOf(world, 'alice');
    await moveToClient(world.now(), { accounts: [key], client: 'Bakery' });
    const create = vi.spyOn(fakeBrowser.notifications, 'create').mockClear();
    world.synposter.change('alice', { status: 'expired' });
    await checkAfter(20);
    expect(JSON.stringify(create.mock.lastCall)).toContain('Bakery');
    await moveToClient(world.now(), { accounts: [key], client: null });
    expect((await readState(world.now())).clients).toEqual({});
  });

  it('is forgotten with the account’s connection', async () => {
    const key = await keyOf(world, 'alice');
    await moveToClient(world.now(), { accounts: [key], client: 'Bakery' });
    const { connections } = await readState(world.now());
    const found = connections.find(({ connection }) => connection.service === 'synposter');
    await removeConnection(world.now(), { connectionId: found?.connection.id ?? '' });
    expect((await readState(world.now())).clients).toEqual({});
  });
});

describe('several accounts at once', () => {
  it('are muted in one write, even if they are in one list', async () => {
    const names = ['northwind', 'alice_reads', 'alice'];
    const accounts = await Promise.all(names.map((name) => keyOf(world, name)));
    await muteAccounts(world.now(), { accounts, mute: { until: 'always' } });
    for (const name of names) expect(await accountCalled(world, name)).toHaveProperty('mute');
    expect(await accountCalled(world, 'alice_support')).not.toHaveProperty('mute');
  });

  it('are forgotten if they are unlisted, and stay otherwise', async () => {
    world.schedPilot.drop('Harbour Films');
    await checkAfter(20);
    await checkAfter(2);
    const accounts = [
      await keyOf(world, 'northwind'),
      await keyOf(world, 'Harbour Films'),
      'unheard-of',
    ];
    await forgetAccounts(world.now(), { accounts });
    expect(await accountCalled(world, 'Harbour Films')).toBeUndefined();
    expect(await accountCalled(world, 'northwind')).toBeDefined();
  });
});

describe('an unlisted account', () => {
  it('is forgotten when its owner says they removed it', async () => {
    world.schedPilot.drop('Harbour Films');
    await checkAfter(20);
    await checkAfter(2);
    expect(await accountCalled(world, 'Harbour Films')).toMatchObject({ status: 'unlisted' });
    await forgetAccounts(world.now(), { accounts: [await keyOf(world, 'Harbour Films')] });
    expect(await accountCalled(world, 'Harbour Films')).toBeUndefined();
    const [history] = await readItems([historyItem]);
    expect(history.at(-1)).toMatchObject({ from: 'unlisted', to: 'absent' });
  });

  it('is the only kind that can be forgotten', async () => {
    await forgetAccounts(world.now(), { accounts: [await keyOf(world, 'northwind')] });
    expect(await accountCalled(world, 'northwind')).toBeDefined();
  });
});

describe('accounts that a listing lost at once', () => {
  async function loseAll(): Promise<string> {
    world.schedPilot.state.accounts = [];
    await checkAfter(20);
    const { connections } = await readState(world.now());
    const found = connections.find(({ connection }) => connection.service === 'schedpilot');
    return found?.connection.id ?? '';
  }

  it('are forgotten together when their owner says so, before any alert', async () => {
    const shown = recordShown();
    const connectionId = await loseAll();
    await forgetLostAccounts(world.now(), { connectionId, are: 'doubted' });
    expect(await accountCalled(world, 'Harbour Films')).toBeUndefined();
    for (const minutes of [1, 5, 15, 15]) await checkAfter(minutes);
    expect(shown()).toEqual([]);
  });

  it('can still be forgotten together after they became unlisted', async () => {
    const connectionId = await loseAll();
    for (const minutes of [1, 5, 15, 15]) await checkAfter(minutes);
    expect(await accountCalled(world, 'Harbour Films')).toMatchObject({ status: 'unlisted' });
    await forgetLostAccounts(world.now(), { connectionId, are: 'unlisted' });
    expect(await accountCalled(world, 'Harbour Films')).toBeUndefined();
    const [history] = await readItems([historyItem]);
    expect(history.slice(-8).map(({ to }) => to)).toEqual(Array(8).fill('absent'));
  });

  it('are notified once for their connection, within 45 minutes', async () => {
    const shown = recordShown();
    await loseAll();
    for (const minutes of [1, 5, 15]) await checkAfter(minutes);
    expect(shown()).toEqual([]);
    await checkAfter(15);
    expect(shown()).toEqual([expect.stringMatching(/>mass-unlisted$/)]);
    expect(await fakeBrowser.action.getBadgeText({})).toBe('10');
  });

  it('are not forgotten while doubted if it is the unlisted ones that were removed', async () => {
    const connectionId = await loseAll();
    await forgetLostAccounts(world.now(), { connectionId, are: 'unlisted' });
    expect(await accountCalled(world, 'Harbour Films')).toBeDefined();
    for (const minutes of [1, 5, 15, 15]) await checkAfter(minutes);
    await forgetLostAccounts(world.now(), { connectionId, are: 'doubted' });
    expect(await accountCalled(world, 'Harbour Films')).toMatchObject({ status: 'unlisted' });
  });

  it('do not affect the others of their connection', async () => {
    const connectionId = await loseAll();
    await forgetLostAccounts(world.now(), { connectionId, are: 'doubted' });
    expect(await accountCalled(world, 'northwind')).toBeDefined();
  });
});
