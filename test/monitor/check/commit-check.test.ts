import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { historyItem, settingsItem } from '@/utils/state/items';
import { readSchedule } from '@/utils/state/read-state';
import { defaultSettings } from '@/utils/state/settings';
import type { TargetState } from '@/utils/state/target-state';
import { readItems } from '@/utils/storage/read-items';
import { transaction } from '@/utils/storage/transaction';
import { minute } from '../../builders';
import { answering } from '../../services/world';
import { recordShown, startCheckedWorld, startWorker, type World } from '../world';

let world: World;
beforeEach(async () => {
  world = await startCheckedWorld();
  world.pass(20);
});

async function targets(): Promise<TargetState[]> {
  const { connections } = await readSchedule(world.now());
  return connections.flatMap((connection) => connection.targets.map(({ state }) => state));
}

const failures = async () => (await targets()).map((state) => state.failures);

/** A run in which every request gets the same answer. */
const runWith = (...answer: Parameters<typeof answering>) =>
  startWorker({ ...world.http, fetch: answering(...answer).fetch }).run();

describe('the result of a check', () => {
  it('counts failures in a row until a listing succeeds', async () => {
    await runWith('', { status: 500 });
    expect(await failures()).toEqual([1, 1, 1]);
    world.pass(60);
    await runWith('', { status: 500 });
    expect(await failures()).toEqual([2, 2, 2]);
    expect((await targets()).map(({ last }) => last?.error?.kind)).toEqual(
      Array.from({ length: 3 }, () => 'server'),
    );
    world.pass(60);
    await startWorker(world.http).run();
    expect(await failures()).toEqual([0, 0, 0]);
    expect((await targets()).map(({ last }) => last?.error)).toEqual(
      Array.from({ length: 3 }, () => undefined),
    );
  });

  it('counts no failure while offline, and retries a minute later', async () => {
    const offline = { fetch: () => Promise.reject(new TypeError()), online: () => false };
    await startWorker({ ...world.http, ...offline }).run();
    expect(await failures()).toEqual([0, 0, 0]);
    for (const { nextCheckAt } of await targets()) {
      expect(nextCheckAt).toBe(world.now() + minute);
    }
  });

  it('dates data to the last listing while checks fail', async () => {
    const before = await targets();
    await runWith('', { status: 500 });
    expect((await targets()).map(({ listedAt }) => listedAt)).toEqual(
      before.map(({ listedAt }) => listedAt),
    );
    world.pass(60);
    await startWorker(world.http).run();
    expect((await targets()).map(({ listedAt }) => listedAt)).toEqual(
      before.map(() => world.now()),
    );
  });

  it('leaves the date of the data unchanged if no entry can be read', async () => {
    const before = await targets();
    await runWith({ accounts: [{ id: 7 }], data: [{ id: '7', connectedAt: null }] });
    const after = await targets();
    expect(after.map(({ listedAt }) => listedAt)).toEqual(before.map(({ listedAt }) => listedAt));
    expect(after.map(({ last }) => last?.error?.kind)).toEqual(before.map(() => 'unreadable'));
  });

  it('counts unreadable entries, with or without an id', async () => {
    const atSchedPilot = { id: '9', type: 'x', name: 'Café' };
    const atSynposter = { platform: 'twitter', platformAccountId: 'cafe', status: 'active' };
    const connectedAt = '2026-01-01T00:00:00Z';
    const good = { ...atSchedPilot, ...atSynposter, scopes: [], connectedAt };
    const accounts = [{ id: 7 }, { id: 8 }, 'nonsense', good];
    await runWith({ accounts, data: [{ id: '7' }, null, good] });
    expect((await targets()).map(({ unreadable }) => unreadable)).toEqual([3, 2, 2]);
  });

  it.each([
    [500, {}],
    [404, {}],
    [429, { 'Retry-After': '60' }],
  ])('reports no rejected key after an answer of %i', async (status, headers) => {
    const shown = recordShown();
    await runWith('', { status, headers });
    expect(shown()).toEqual([]);
  });

  it('reports no rejected key if that kind is turned off', async () => {
    await transaction(world.now(), async (tx) =>
      tx.put(settingsItem, {
        ...defaultSettings,
        notify: { ...defaultSettings.notify, refused: false },
      }),
    );
    const shown = recordShown();
    world.synposter.state.keys.clear();
    await startWorker(world.http).run();
    expect(shown()).toEqual([]);
  });

  it('clears the rejection of a key that is accepted again', async () => {
    const { keys } = world.synposter.state;
    keys.clear();
    await startWorker(world.http).run();
    keys.add(world.keys.synposter);
    world.pass(6 * 60);
    await startWorker(world.http).run();
    const { connections } = await readSchedule(world.now());
    expect(connections.map(({ state }) => [state.refusedSince, state.blocked])).toEqual([
      [undefined, undefined],
      [undefined, undefined],
    ]);
  });

  it('clears a limit once it is over', async () => {
    await runWith('', { status: 429, headers: { 'Retry-After': '60' } });
    const blocks = async () =>
      (await readSchedule(world.now())).connections.map(({ state }) => state.blocked?.by);
    expect(await blocks()).toEqual(['rate-limit', 'rate-limit']);
    world.pass(60);
    await startWorker(world.http).run();
    expect(await blocks()).toEqual([undefined, undefined]);
  });

  it('notifies with the profile’s name', async () => {
    const create = vi.spyOn(fakeBrowser.notifications, 'create').mockClear();
    world.synposter.change('northwind_eu', { status: 'expired' });
    await startWorker(world.http).run();
    expect(create.mock.lastCall).toMatchObject([
      expect.stringMatching(/>expired$/),
      { message: expect.stringContaining('Northwind Traders · Synposter') },
    ]);
  });

  it('writes no event and no accounts if nothing changed', async () => {
    const set = vi.spyOn(fakeBrowser.storage.local, 'set').mockClear();
    await startWorker(world.http).run();
    const written = set.mock.calls.flatMap(([items]) => Object.keys(items));
    expect(written.filter((key) => key.startsWith('accounts/'))).toEqual([]);
    expect(written).not.toContain('history');
    expect(written).not.toContain('outbox');
    expect(await readItems([historyItem])).toEqual([[]]);
  });

  it.each([200, 500])('writes nothing that an answer of %i does not affect', async (status) => {
    const { connections } = await readSchedule(world.now());
    const agency = connections.find(({ connection }) => connection.service === 'synposter');
    const set = vi.spyOn(fakeBrowser.storage.local, 'set').mockClear();
    await runWith({ data: [], accounts: [] }, { status });
    const written = set.mock.calls.flatMap(([items]) => Object.keys(items));
    expect(written).toContain(`target-state/${agency?.targets[0]?.id}`);
    expect(written).not.toContain(`connection-state/${agency?.connection.id}`);
  });
});
