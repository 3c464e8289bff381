import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { reconnectAccount } from '@/utils/commands/reconnect';
import { createReconnectTabs } from '@/utils/reconnect/reconnect-tabs';
import { historyItem } from '@/utils/state/items';
import { readItems } from '@/utils/storage/read-items';
import { storedAccounts } from '../monitor/stored';
import { recordShown, startCheckedWorld, startWorker, type World } from '../monitor/world';

let world: World;
beforeEach(async () => {
  world = await startCheckedWorld();
  world.synposter.state.authUrl = 'https://x.com/i/oauth2/authorize';
});

afterEach(() => void vi.restoreAllMocks());

async function accountsCalled(handle: string) {
  const accounts = await storedAccounts(world);
  return accounts.filter((account) => account.handle === handle || account.name === handle);
}

const reconnect = async (handle: string, host?: string) =>
  reconnectAccount(world.http, {
    account: (await accountsCalled(handle))[0]?.key ?? '',
    ...(host !== undefined && { host }),
  });

/** The addresses that are opened from now on. */
function recordOpened(): () => string[] {
  const create = vi.spyOn(fakeBrowser.tabs, 'create').mockClear();
  return () => create.mock.calls.map(([{ url }]) => String(url));
}

describe('the authorization page', () => {
  it('is opened at once on the platform’s own host', async () => {
    const opened = recordOpened();
    expect(await reconnect('northwind')).toEqual({ kind: 'opened' });
    expect(opened()).toEqual([
      expect.stringMatching(/^https:\/\/x\.com\/i\/oauth2\/authorize\?platform=twitter/),
    ]);
  });

  it.each(['https://login.example/x', 'https://x.com.login.example/', 'https://notx.com/'])(
    'is shown to the user first on another host: %s',
    async (authUrl) => {
      const opened = recordOpened();
      world.synposter.state.authUrl = authUrl;
      const { host } = new URL(authUrl);
      expect(await reconnect('northwind')).toEqual({ kind: 'confirm', host });
      expect(await reconnect('northwind', 'elsewhere.example')).toMatchObject({ kind: 'confirm' });
      expect(opened()).toEqual([]);
      expect(await reconnect('northwind', host)).toEqual({ kind: 'opened' });
      expect(opened()).toHaveLength(1);
    },
  );

  it('is replaced by the dashboard if the service starts no reconnect, or not over https', async () => {
    const opened = recordOpened();
    world.synposter.state.authUrl = 'http://platform.example/authorize';
    expect(await reconnect('northwind')).toMatchObject({
      kind: 'failed',
      openedInstead: 'Synposter',
    });
    expect(opened()).toEqual(['https://synposter.com']);
  });

  it('is not opened for a rejected key, which no dashboard fixes', async () => {
    const opened = recordOpened();
    world.synposter.state.keys.clear();
    expect(await reconnect('northwind')).toEqual({
      kind: 'failed',
      error: { kind: 'refused', status: 401 },
    });
    expect(opened()).toEqual([]);
  });

  it('does not exist for SchedPilot', async () => {
    expect(await reconnect('Harbour Films')).toEqual({ kind: 'gone' });
  });
});

/** Says that every tab is gone; the fake browser's own `remove` fails. */
async function closeTabs(): Promise<void> {
  const open = await fakeBrowser.tabs.query({});
  vi.spyOn(fakeBrowser.tabs, 'get').mockRejectedValue(new Error('No tab with this id'));
  for (const { id = 0, windowId = 0 } of open) {
    await fakeBrowser.tabs.onRemoved.trigger(id, { isWindowClosing: false, windowId });
  }
}

describe('a reconnected account', () => {
  const run = () => startWorker(world.http).run();
  const checks = () => world.asked.filter(({ url }) => url.pathname === '/v1/accounts').length;

  it.each([true, false])(
    'works again, is notified, and stays one account (id kept: %s)',
    async (kept) => {
      world.synposter.state.reconnectKeepsId = kept;
      const shown = recordShown();
      await reconnect('northwind');
      world.pass(1);
      await run();
      expect((await accountsCalled('northwind'))[0]?.status).toBe('revoked');
      world.synposter.reconnect('northwind');
      world.pass(1);
      await run();
      expect((await accountsCalled('northwind')).map(({ status }) => status)).toEqual(['active']);
      expect(shown()).toEqual([expect.stringMatching(/>working$/)]);
      const [history] = await readItems([historyItem]);
      expect(history.map(({ from, to }) => `${from} ${to}`)).toEqual(['revoked working']);

      const before = checks();
      for (let minutes = 0; minutes < 5; minutes += 1) {
        world.pass(1);
        await run();
      }
      expect(checks()).toBe(before);
    },
  );

  it('is rechecked as soon as its tab is closed', async () => {
    await reconnect('northwind');
    const tabs = createReconnectTabs(world.now, () => {});
    await tabs.follow();
    world.synposter.reconnect('northwind');
    await run();
    expect((await accountsCalled('northwind'))[0]?.status).toBe('revoked');
    const before = checks();
    await closeTabs();
    await vi.waitFor(async () => {
      await run();
      expect((await accountsCalled('northwind'))[0]?.status).toBe('active');
    });
    expect(checks()).toBe(before + 1);
  });

  it('is rechecked when a worker starts that missed the closing', async () => {
    await reconnect('northwind');
    await closeTabs();
    world.synposter.reconnect('northwind');
    const returned = vi.fn();
    await createReconnectTabs(world.now, returned).follow();
    expect(returned).toHaveBeenCalledOnce();
    await run();
    expect((await accountsCalled('northwind'))[0]?.status).toBe('active');
  });
});
