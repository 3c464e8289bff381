import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { removeConnection } from '@/utils/commands/connections';
import { reconnectAccount } from '@/utils/commands/reconnect';
import { createReconnectTabs } from '@/utils/reconnect/reconnect-tabs';
import { checksAfterOpening, checksAfterReturn } from '@/utils/schedule/reconnect-checks';
import { readState } from '@/utils/state/read-state';
import { reconnectTabsItem } from '@/utils/state/session-items';
import { readItems } from '@/utils/storage/read-items';
import { transaction } from '@/utils/storage/transaction';
import { keyOf } from '../monitor/stored';
import { startCheckedWorld, type World } from '../monitor/world';

const { onRemoved, onUpdated } = fakeBrowser.tabs;
let world: World;
beforeEach(async () => {
  world = await startCheckedWorld();
});

afterEach(() => void vi.restoreAllMocks());

type Status = 'complete' | 'loading';

interface Opened {
  tabId: number;
  account: string;
}

/** Opens the tab in which a Synposter account is reconnected. */
async function reconnect(handle: string): Promise<Opened> {
  const account = await keyOf(world, handle);
  expect(await reconnectAccount(world.http, { account })).toEqual({ kind: 'opened' });
  const tab = (await followed()).find((other) => other.account === account);
  return { tabId: tab?.tabId ?? -1, account };
}

async function followed() {
  return (await readItems([reconnectTabsItem]))[0];
}

/** The state of the targets that an account is looked for in. */
async function statesOf({ account }: Opened) {
  const { connections } = await readState(world.now());
  const states = connections.flatMap(({ targets }) => targets.map(({ state }) => state));
  return states.filter(({ reconnecting }) => reconnecting?.account === account);
}

/** Once all is stored that was under way. */
const settled = () => transaction(world.now(), async () => {});

async function close(tabId: number): Promise<void> {
  await onRemoved.trigger(tabId, { isWindowClosing: false, windowId: 0 });
  await settled();
}

/** The tab reached an address. The browser reports it for hosts the extension may access. */
async function load({ tabId }: Opened, url: string | undefined, status: Status = 'complete') {
  const [tab] = await fakeBrowser.tabs.query({});
  if (!tab) throw new Error('There is no tab');
  await onUpdated.trigger(tabId, { status }, { ...tab, id: tabId, url });
  await settled();
}

/** Follows the tabs that are open, and counts who came back. */
async function follow() {
  const returned = vi.fn();
  await createReconnectTabs(world.now, returned).follow();
  return returned;
}

const isFollowing = () => [onRemoved.hasListeners(), onUpdated.hasListeners()];

describe('an authorization tab', () => {
  it('is followed until it is closed, and then its account is rechecked', async () => {
    const opened = await reconnect('northwind');
    const [before] = await statesOf(opened);
    const returned = await follow();
    expect(isFollowing()).toEqual([true, true]);

    world.pass(1);
    await close(opened.tabId);
    await vi.waitFor(() => expect(isFollowing()).toEqual([false, false]));
    expect(returned).toHaveBeenCalledOnce();
    expect(await followed()).toEqual([]);
    const reconnecting = { account: opened.account, checksAt: checksAfterReturn(world.now()) };
    expect(await statesOf(opened)).toEqual([{ ...before, reconnecting }]);
  });

  it('is followed beside others, each for itself', async () => {
    const one = await reconnect('northwind');
    const other = await reconnect('alice_support');
    const returned = await follow();
    await close(other.tabId);
    await vi.waitFor(() => expect(returned).toHaveBeenCalledOnce());
    expect(await followed()).toMatchObject([{ tabId: one.tabId }]);
    expect(await statesOf(one)).toMatchObject([{ reconnecting: looksFrom(one) }]);

    await close(one.tabId);
    await vi.waitFor(() => expect(returned).toHaveBeenCalledTimes(2));
    expect(await followed()).toEqual([]);
  });

  it.each(['https://api.synposter.com/connected', 'https://api.schedpilot.com/'])(
    'reports the user’s return when it reaches %s, and is still followed',
    async (url) => {
      const opened = await reconnect('northwind');
      const returned = await follow();
      world.pass(1);
      await load(opened, url);
      await vi.waitFor(() => expect(returned).toHaveBeenCalledOnce());
      expect(await statesOf(opened)).toMatchObject([
        { reconnecting: { checksAt: checksAfterReturn(world.now()) } },
      ]);

      await close(opened.tabId);
      await vi.waitFor(() => expect(returned).toHaveBeenCalledTimes(2));
    },
  );

  it.each<[string, string | undefined, Status]>([
    ['it is at an address that we are not told', undefined, 'complete'],
    ['it is at the platform', 'https://x.com/i/oauth2/authorize', 'complete'],
    ['a host begins like that of the service', 'https://api.synposter.com.example/', 'complete'],
    [
      'an address ends like that of the service',
      'https://x.com/?https://api.synposter.com/',
      'complete',
    ],
    ['it is only on its way to the service', 'https://api.synposter.com/connected', 'loading'],
  ])('reports nothing while %s', async (_, url, status) => {
    const opened = await reconnect('northwind');
    const returned = await follow();
    world.pass(1);
    await load(opened, url, status);
    expect(await statesOf(opened)).toMatchObject([{ reconnecting: looksFrom(opened, 1) }]);
    expect(returned).not.toHaveBeenCalled();
  });

  it('is told apart from the browser’s other tabs', async () => {
    const opened = await reconnect('northwind');
    const returned = await follow();
    await close(opened.tabId + 1);
    await load({ ...opened, tabId: opened.tabId + 1 }, 'https://api.synposter.com/connected');
    expect(await followed()).toMatchObject([{ tabId: opened.tabId }]);
    await close(opened.tabId);
    await vi.waitFor(() => expect(isFollowing()).toEqual([false, false]));
    expect(returned).toHaveBeenCalledOnce();
  });

  it('leads to nothing if its connection is gone meanwhile', async () => {
    const opened = await reconnect('northwind');
    const returned = await follow();
    const { connections } = await readState(world.now());
    for (const { connection } of connections) {
      await removeConnection(world.now(), { connectionId: connection.id });
    }
    const before = await fakeBrowser.storage.local.get(null);
    await close(opened.tabId);
    await vi.waitFor(() => expect(isFollowing()).toEqual([false, false]));
    expect(returned).not.toHaveBeenCalled();
    expect(await followed()).toEqual([]);
    expect(await fakeBrowser.storage.local.get(null)).toEqual(before);
  });

  it('closed while no worker ran is not waited for, unlike an open one', async () => {
    const closed = await reconnect('northwind');
    const open = await reconnect('alice_support');
    const get = fakeBrowser.tabs.get;
    vi.spyOn(fakeBrowser.tabs, 'get').mockImplementation((tabId: number) =>
      tabId === closed.tabId ? Promise.reject(new Error('No tab with this id')) : get(tabId),
    );
    const returned = await follow();
    expect(returned).toHaveBeenCalledOnce();
    expect(await followed()).toMatchObject([{ tabId: open.tabId }]);
    expect(isFollowing()).toEqual([true, true]);
  });
});

it('no tab events are listened to while none is followed', async () => {
  await follow();
  expect(isFollowing()).toEqual([false, false]);
});

/** The looks of an account whose tab was opened some minutes ago. */
function looksFrom({ account }: Opened, minutesAgo = 0) {
  return { account, checksAt: checksAfterOpening(world.now() - minutesAgo * 60_000) };
}
