import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { pauseConnection, removeConnection } from '@/utils/commands/connections';
import { editConnection } from '@/utils/commands/edit-connection';
import { connectionStateItem, historyItem } from '@/utils/state/items';
import { readItems } from '@/utils/storage/read-items';
import { transaction } from '@/utils/storage/transaction';
import { minute, quietAround } from '../builders';
import { onlyConnection } from '../monitor/stored';
import { connect, startWorker } from '../monitor/world';
import {
  accountsByLabel,
  connections,
  everythingStored,
  startManagedWorld,
  type WrittenPolicy,
} from './world';

let world: ReturnType<typeof startManagedWorld>;
let both: WrittenPolicy;
beforeEach(() => {
  world = startManagedWorld();
  both = {
    connections: [
      { service: 'schedpilot', apiKey: world.keys.schedpilot, label: 'Team' },
      { service: 'synposter', apiKey: world.keys.synposter, label: 'Agency' },
    ],
  };
});

afterEach(() => {
  vi.restoreAllMocks();
});

const teamWith = (apiKey: string) => ({
  connections: [{ service: 'schedpilot', apiKey, label: 'Team' }],
});

describe('a policy’s connection', () => {
  it('is monitored with all its profiles, and listed as managed', async () => {
    await world.enforce(both);
    expect(await accountsByLabel(world.now())).toEqual({ Team: 8, Agency: 6 });
    expect((await connections()).map(({ managed }) => managed)).toEqual([true, true]);
  });

  it('stores its key nowhere but in the policy', async () => {
    await world.enforce(both);
    const stored = await everythingStored();
    expect(stored).toContain('Team');
    for (const key of Object.values(world.keys)) {
      expect(stored.includes(key)).toBe(false);
      expect(stored.includes(`"${key.slice(-3)}"`)).toBe(false);
    }
  });

  it('monitors only the profiles it names', async () => {
    const [, northwind] = world.synposter.state.profiles;
    const named = { service: 'synposter', apiKey: world.keys.synposter, label: 'Agency' };
    await world.enforce({ connections: [{ ...named, profileIds: [northwind?.id] }] });
    expect(await accountsByLabel(world.now())).toEqual({ Agency: 3 });
    expect(world.asked.some(({ url }) => url.pathname === '/v1/profiles')).toBe(false);
  });

  it('leaves connections that people added alone', async () => {
    await connect(world, 'schedpilot', { label: 'Mine' });
    await world.enforce(both);
    await world.enforce({});
    expect(await connections()).toMatchObject([{ label: 'Mine' }]);
    await startWorker(world.http).run();
    expect(await accountsByLabel(world.now())).toEqual({ Mine: 8 });
  });

  it('causes no request and no write while it stays the same', async () => {
    await world.enforce(both);
    const asked = world.asked.length;
    const set = vi.spyOn(fakeBrowser.storage.local, 'set').mockClear();
    await world.follow();
    expect(set).not.toHaveBeenCalled();
    expect(world.asked).toHaveLength(asked);
  });

  it('does not exist in an unmanaged browser, even if Firefox rejects the request', async () => {
    await world.enforce({});
    vi.spyOn(fakeBrowser.storage.managed, 'get').mockRejectedValue(new Error('No manifest'));
    await expect(world.follow()).resolves.toBeUndefined();
    expect(await connections()).toEqual([]);
  });

  it('can be paused, but neither edited nor removed', async () => {
    await world.enforce(teamWith(world.keys.schedpilot));
    const { id: connectionId } = (await onlyConnection(world)).connection;
    const edit = { connectionId, apiKey: 'smm_other', label: 'Mine', profileIds: [] };
    expect(await editConnection(world.http, edit)).toEqual({ kind: 'gone' });
    await removeConnection(world.now(), { connectionId });
    await pauseConnection(world.now(), { connectionId, paused: true });
    await world.follow();
    expect((await onlyConnection(world)).connection).toMatchObject({ label: 'Team', paused: true });
  });
});

describe('a policy that changes', () => {
  it('has its new key tested at once, even after the old one was rejected', async () => {
    await world.enforce(teamWith('smm_revoked'));
    expect((await onlyConnection(world)).state.blocked).toMatchObject({ by: 'refusal' });
    world.pass(1);
    await world.enforce(teamWith(world.keys.schedpilot));
    const { state, connection } = await onlyConnection(world);
    expect(state).not.toHaveProperty('refusedSince');
    expect(connection.keyRevision).toBe(2);
    expect(await accountsByLabel(world.now())).toEqual({ Team: 8 });
  });

  it('has the first rejection of its new key confirmed before it counts', async () => {
    await world.enforce(teamWith(world.keys.schedpilot));
    const { connection } = await onlyConnection(world);
    await transaction(world.now(), async (tx) => {
      const item = connectionStateItem(connection.id);
      const [state] = await tx.get([item]);
      tx.put(item, { ...state, refusedOnceAt: world.now() });
    });
    world.pass(1);
    await world.enforce(teamWith('smm_revoked'));
    expect((await onlyConnection(world)).state).toMatchObject({ refusedOnceAt: world.now() });
    expect((await onlyConnection(world)).state).not.toHaveProperty('refusedSince');
  });

  it('has its new key tested at once, even while the old one had to wait', async () => {
    await world.enforce(teamWith(world.keys.schedpilot));
    const { connection } = await onlyConnection(world);
    const blocked = {
      by: 'rate-limit',
      since: world.now(),
      until: world.now() + 3_600_000,
    } as const;
    await transaction(world.now(), async (tx) => {
      tx.put(connectionStateItem(connection.id), { blocked });
    });
    world.pass(1);
    world.schedPilot.state.keys.add('smm_another');
    const asked = world.asked.length;
    await world.enforce(teamWith('smm_another'));
    expect(world.asked).toHaveLength(asked + 1);
  });

  it('notifies a rejected key and names the administrator', async () => {
    const create = vi.spyOn(fakeBrowser.notifications, 'create').mockClear();
    await world.enforce(teamWith('smm_revoked'));
    expect(create).not.toHaveBeenCalled();
    world.pass(1);
    await startWorker(world.http).run();
    expect(create.mock.calls.map(([, options]) => options)).toMatchObject([
      {
        title: 'SchedPilot rejected the key for “Team”',
        message: expect.stringContaining('contact your administrator'),
      },
    ]);
  });

  it('keeps notices that wait for the end of quiet hours, even if the policy arrives late', async () => {
    const quietHours = quietAround(world.now(), 30 * minute);
    const policy = { ...teamWith('smm_revoked'), settings: { quietHours } };
    await world.enforce(policy);
    world.pass(1);
    await startWorker(world.http).run();
    await world.enforce({});
    const create = vi.spyOn(fakeBrowser.notifications, 'create').mockClear();
    world.pass(60);
    await startWorker(world.http).run();
    expect(create).not.toHaveBeenCalled();
    await world.enforce(policy);
    expect(create).toHaveBeenCalledTimes(1);
  });

  it('removes its connections, and brings them back with everything known about them', async () => {
    await world.enforce(both);
    world.pass(16);
    world.synposter.change('alice', { status: 'expired' });
    await startWorker(world.http).run();
    const [history] = await readItems([historyItem]);
    expect(history.some(({ to }) => to === 'expired')).toBe(true);
    const asked = world.asked.length;

    await world.enforce({ connections: 'a slip' });
    expect(await connections()).toEqual([]);
    await startWorker(world.http).run();
    expect(world.asked).toHaveLength(asked);

    await world.enforce(both);
    expect(await accountsByLabel(world.now())).toEqual({ Team: 8, Agency: 6 });
    expect(world.asked).toHaveLength(asked);
    expect(await readItems([historyItem])).toEqual([history]);
  });

  it('leaves nothing behind a week after its connections are removed', async () => {
    await world.enforce(both);
    world.pass(16);
    world.synposter.change('alice', { status: 'expired' });
    await startWorker(world.http).run();
    await world.enforce({});
    world.pass(6 * 24 * 60);
    await world.follow();
    expect(await everythingStored()).toContain('alice');
    world.pass(24 * 60);
    await world.follow();
    const stored = await everythingStored();
    for (const word of ['managed:', 'alice', 'Bakery']) expect(stored.includes(word)).toBe(false);
  });

  it('drops the profiles it no longer names, with their accounts', async () => {
    const ids = world.synposter.state.profiles.map(({ id }) => id);
    const named = { service: 'synposter', apiKey: world.keys.synposter, label: 'Agency' };
    await world.enforce({ connections: [{ ...named, profileIds: ids }] });
    await world.enforce({ connections: [{ ...named, profileIds: ids.slice(1) }] });
    expect(await accountsByLabel(world.now())).toEqual({ Agency: 3 });
    expect((await everythingStored()).includes('alice_support')).toBe(false);
  });
});
