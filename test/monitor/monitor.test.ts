import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { alarmName } from '@/utils/schedule/alarm';
import type { Http } from '@/utils/services/http';
import { readSchedule } from '@/utils/state/read-state';
import { storedAccounts } from './stored';
import { connect, recordShown, startCheckedWorld, startWorker, type World } from './world';

let world: World;
beforeEach(async () => {
  world = await startCheckedWorld();
});

const alarm = async () => (await fakeBrowser.alarms.get(alarmName))?.scheduledTime;

async function nextCheck(): Promise<number> {
  const { connections } = await readSchedule(world.now());
  return Math.min(
    ...connections.flatMap(({ targets }) => targets.map(({ state }) => state.nextCheckAt)),
  );
}

/** Counts how many requests are out at once. */
function countParallel(http: Http): { http: Http; most: () => number } {
  let out = 0;
  let most = 0;
  return {
    most: () => most,
    http: {
      ...http,
      async fetch(...request) {
        out += 1;
        most = Math.max(most, out);
        await new Promise((resolve) => setImmediate(resolve));
        const response = await http.fetch(...request);
        out -= 1;
        return response;
      },
    },
  };
}

describe('a run', () => {
  it('sets the one alarm for the earliest next check', async () => {
    expect(await fakeBrowser.alarms.getAll()).toHaveLength(1);
    expect(await alarm()).toBe(await nextCheck());
  });

  it('does not set a correct alarm again', async () => {
    const create = vi.spyOn(fakeBrowser.alarms, 'create').mockClear();
    world.pass(1);
    await startWorker(world.http).run();
    expect(create).not.toHaveBeenCalled();
  });

  it('is guarded by an alarm before anything is requested', async () => {
    await fakeBrowser.alarms.clearAll();
    world.pass(31);
    const hangs: Http = { ...world.http, fetch: () => new Promise<Response>(() => {}) };
    await startWorker(hangs).start();
    expect(await alarm()).toBe(world.now() + 60_000);
  });

  it('requests at once, without waiting for the badge', async () => {
    const asked = Promise.withResolvers<void>();
    vi.spyOn(fakeBrowser.action, 'setBadgeText').mockImplementationOnce(() => asked.promise);
    world.pass(12 * 60);
    const fetch: Http['fetch'] = (...request) => {
      asked.resolve();
      return world.http.fetch(...request);
    };
    await startWorker({ ...world.http, fetch }).run();
  });

  it('shows the known state on the badge, without waiting for answers', async () => {
    await fakeBrowser.action.setBadgeText({ text: '' });
    world.pass(12 * 60);
    const hangs: Http = { ...world.http, fetch: () => new Promise<Response>(() => {}) };
    void startWorker(hangs).run();
    await vi.waitFor(async () => expect(await fakeBrowser.action.getBadgeText({})).toBe('2'));
  });

  it('restores an alarm that the browser forgot', async () => {
    await fakeBrowser.alarms.clearAll();
    await startWorker(world.http).run();
    expect(await alarm()).toBe(await nextCheck());
  });

  it('checks nothing before its time', async () => {
    const before = world.asked.length;
    world.pass(1);
    await startWorker(world.http).run();
    expect(world.asked).toHaveLength(before);
  });

  it('checks every target once after a long sleep', async () => {
    const before = world.asked.length;
    world.pass(12 * 60);
    await startWorker(world.http).run();
    const asked = world.asked.slice(before).map(({ url }) => url.href);
    expect(asked.filter((url) => url.includes('accounts'))).toHaveLength(3);
    expect(asked.filter((url) => url.includes('profiles'))).toHaveLength(1);
  });

  it('is a single one, however often it is requested', async () => {
    const before = world.asked.length;
    world.pass(20);
    const worker = startWorker(world.http);
    await Promise.all([worker.run(), worker.run(), worker.run()]);
    expect(world.asked).toHaveLength(before + 3);
  });

  it('sends at most four requests at once to a service', async () => {
    for (let i = 0; i < 12; i += 1) world.synposter.addProfile(`Profile ${i}`);
    const { http } = world;
    const apiKey = 'sk_live_another1234567';
    world.synposter.state.keys.add(apiKey);
    await connect(world, 'synposter', { apiKey, label: 'Many' });
    const counting = countParallel(http);
    await startWorker(counting.http).run();
    expect(counting.most()).toBe(4);
  });

  it('notifies one service’s changes while another one hangs', async () => {
    const shown = recordShown();
    world.synposter.change('alice', { status: 'expired' });
    world.pass(20);
    const hanging: Http = {
      ...world.http,
      fetch: (input, init) =>
        String(input).includes('schedpilot')
          ? new Promise<Response>(() => {})
          : world.http.fetch(input, init),
    };
    void startWorker(hanging).run();
    await vi.waitFor(() => expect(shown()).toHaveLength(1));
    expect(await fakeBrowser.action.getBadgeText({})).toBe('3');
  });

  it('stops requests of a rejected connection, and reports it once', async () => {
    const shown = recordShown();
    world.synposter.state.keys.clear();
    world.pass(20);
    await startWorker(world.http).run();
    world.pass(1);
    await startWorker(world.http).run();
    const asked = world.asked.length;
    world.pass(20);
    await startWorker(world.http).run();
    const since = world.asked.slice(asked).map(({ url }) => url.hostname);
    expect(since).toEqual(['api.schedpilot.com']);
    expect(shown().filter((id) => id.endsWith('>refused'))).toHaveLength(1);
    world.pass(6 * 60);
    await startWorker(world.http).run();
    expect(shown().filter((id) => id.endsWith('>refused'))).toHaveLength(1);
    expect(await storedAccounts(world)).toHaveLength(14);
  });

  it('continues if the browser accepts no notification, and notifies later', async () => {
    world.synposter.change('alice', { status: 'expired' });
    world.pass(20);
    const create = vi
      .spyOn(fakeBrowser.notifications, 'create')
      .mockRejectedValue(new Error('Not now') as never);
    await startWorker(world.http).run();
    world.synposter.change('alice_support', { status: 'expired' });
    world.pass(20);
    await startWorker(world.http).run();
    expect(await fakeBrowser.action.getBadgeText({})).toBe('4');
    expect(await alarm()).toBe(await nextCheck());

    create.mockRestore();
    const shown = recordShown();
    await startWorker(world.http).run();
    expect(shown()).toHaveLength(2);
  });

  it('sets its alarm even if a check cannot be stored', async () => {
    world.pass(20);
    await fakeBrowser.alarms.clearAll();
    vi.spyOn(fakeBrowser.storage.local, 'set').mockRejectedValueOnce(new Error('Full') as never);
    await startWorker(world.http)
      .run()
      .catch(() => {});
    expect(await alarm()).toBeGreaterThan(0);
  });

  it('summarizes more than three changes at once', async () => {
    const shown = recordShown();
    for (const handle of ['alice', 'alice_support', 'northwind_eu']) {
      world.synposter.change(handle, { status: 'expired' });
    }
    world.synposter.change('northwind', { status: 'active' });
    world.pass(20);
    await startWorker(world.http).run();
    expect(shown()).toEqual([expect.stringMatching(/^summary /)]);
  });
});
