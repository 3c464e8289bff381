import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { connectionStateItem, historyItem } from '@/utils/state/items';
import { readItems } from '@/utils/storage/read-items';
import { transaction } from '@/utils/storage/transaction';
import { minute, quietAround } from '../builders';
import { onlyConnection } from '../monitor/stored';
import { startWorker } from '../monitor/world';
import {
  accountsByLabel,
  connections,
  everythingStored,
  startManagedWorld,
  teamAndAgency,
  teamWith,
} from './world';

let world: ReturnType<typeof startManagedWorld>;
beforeEach(() => {
  world = startManagedWorld();
});

afterEach(() => {
  vi.restoreAllMocks();
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
    await world.enforce(teamAndAgency);
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

    await world.enforce(teamAndAgency);
    expect(await accountsByLabel(world.now())).toEqual({ Team: 8, Agency: 6 });
    expect(world.asked).toHaveLength(asked);
    expect(await readItems([historyItem])).toEqual([history]);
  });

  it('leaves nothing behind a week after its connections are removed', async () => {
    await world.enforce(teamAndAgency);
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
