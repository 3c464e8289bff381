import { beforeEach, describe, expect, it } from 'vitest';
import { takeLease } from '@/utils/requests/lease';
import { connectionStateItem } from '@/utils/state/items';
import { readSchedule } from '@/utils/state/read-state';
import { readItems } from '@/utils/storage/read-items';
import { transaction } from '@/utils/storage/transaction';
import { clockHour } from '@/utils/time';
import { startCheckedWorld, type World } from '../monitor/world';

let world: World;
beforeEach(async () => {
  world = await startCheckedWorld();
});

async function idOf(service: 'schedpilot' | 'synposter'): Promise<string> {
  const { connections } = await readSchedule(world.now());
  const found = connections.find(({ connection }) => connection.service === service);
  return found?.connection.id ?? '';
}

async function readsOf(id: string) {
  return (await readItems([connectionStateItem(id)]))[0].reads;
}

describe('a lease', () => {
  const hourNow = () => clockHour(world.now());

  it('is granted for reads that are not reserved, and each read is counted', async () => {
    const id = await idOf('schedpilot');
    const reads = { hour: hourNow(), used: 17 };
    await transaction(world.now(), async (tx) => tx.put(connectionStateItem(id), { reads }));
    expect(await takeLease(id, world.now(), 3)).toBeUndefined();
    expect(await readsOf(id)).toEqual(reads);

    const lease = { connectionId: id, at: world.now(), key: world.keys.schedpilot, keyRevision: 1 };
    expect(await takeLease(id, world.now(), 2)).toEqual(lease);
    expect(await readsOf(id)).toEqual({ hour: hourNow(), used: 18 });
    expect(await takeLease(id, world.now())).toEqual(lease);
    expect(await takeLease(id, world.now())).toEqual(lease);
    expect(await takeLease(id, world.now())).toBeUndefined();
  });

  it('is not counted if a service limits no reads', async () => {
    const id = await idOf('synposter');
    expect(await takeLease(id, world.now())).toMatchObject({ key: world.keys.synposter });
    expect(await readsOf(id)).toBeUndefined();
  });

  it('is not granted to a connection that is gone', async () => {
    expect(await takeLease('gone', world.now())).toBeUndefined();
  });
});
