import { beforeEach, describe, expect, it } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { removeConnection } from '@/utils/commands/connections';
import { alarmName } from '@/utils/schedule/alarm';
import { settingsItem } from '@/utils/state/items';
import { readSchedule } from '@/utils/state/read-state';
import { defaultSettings } from '@/utils/state/settings';
import { transaction } from '@/utils/storage/transaction';
import { startCheckedWorld, startWorker, type World } from '../world';

let world: World;
beforeEach(async () => {
  world = await startCheckedWorld();
});

const alarm = async () => (await fakeBrowser.alarms.get(alarmName))?.scheduledTime;

describe('a background that continues', () => {
  it('runs again, even after a failed run', async () => {
    let fails = false;
    const worker = startWorker({
      ...world.http,
      now: () => {
        if (fails) throw new Error('No clock');
        return world.now();
      },
    });
    const asked = async () => {
      const before = world.asked.length;
      world.pass(20);
      await worker.run();
      const paths = world.asked.slice(before).map(({ url }) => url.pathname);
      return paths.filter((path) => path.endsWith('/accounts')).length;
    };
    expect(await asked()).toBe(3);
    fails = true;
    await expect(asked()).rejects.toThrow('No clock');
    fails = false;
    expect(await asked()).toBe(3);
  });
});

describe('the alarm at the end of a run', () => {
  it('is set for the next profile listing if that comes before all checks', async () => {
    await transaction(world.now(), async (tx) =>
      tx.put(settingsItem, { ...defaultSettings, checkEveryMinutes: 360 }),
    );
    world.pass(61);
    await startWorker(world.http).run();
    const { connections } = await readSchedule(world.now());
    const profileLists = connections.flatMap(({ state }) => state.profilesCheck?.nextAt ?? []);
    expect(await alarm()).toBe(Math.min(...profileLists));
    const checks = connections.flatMap(({ targets }) =>
      targets.map(({ state }) => state.nextCheckAt),
    );
    expect(Math.min(...checks)).toBeGreaterThan(Math.min(...profileLists));
  });

  it('is cleared if nothing is left to check', async () => {
    for (const { connection } of (await readSchedule(world.now())).connections) {
      await removeConnection(world.now(), { connectionId: connection.id });
    }
    await startWorker(world.http).run();
    expect(await fakeBrowser.alarms.getAll()).toEqual([]);
  });
});
