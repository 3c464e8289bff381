import { beforeEach, describe, expect, it } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { pauseConnection, removeConnection } from '@/utils/commands/connections';
import { editConnection } from '@/utils/commands/edit-connection';
import { checkTarget } from '@/utils/monitor/check-target';
import type { Http } from '@/utils/services/http';
import { connectionProblem, type MonitoredConnection } from '@/utils/state/app-state';
import { readSchedule } from '@/utils/state/read-state';
import { firstTarget } from '../../builders';
import { storedAccounts } from '../stored';
import { recordShown, startCheckedWorld, startWorker, type World } from '../world';

let world: World;
beforeEach(async () => {
  world = await startCheckedWorld();
});

async function connectionAt(service: 'schedpilot' | 'synposter'): Promise<MonitoredConnection> {
  const { connections } = await readSchedule(world.now());
  const found = connections.find(({ connection }) => connection.service === service);
  if (!found) throw new Error(`No connection to ${service}`);
  return found;
}

/** Something that happens once, while the first request to a service is out. */
function meanwhile(host: string, happens: () => Promise<unknown>): Http {
  let happened = false;
  return {
    ...world.http,
    async fetch(input, init) {
      const response = await world.http.fetch(input, init);
      if (!happened && String(input).includes(host)) {
        happened = true;
        await happens();
      }
      return response;
    },
  };
}

describe('a check', () => {
  it('sends nothing without host access, and keeps its slot', async () => {
    const before = world.asked.length;
    Object.assign(fakeBrowser.permissions, { contains: async () => false });
    world.pass(20);
    await startWorker(world.http).run();
    expect(world.asked).toHaveLength(before);
    for (const service of ['schedpilot', 'synposter'] as const) {
      const monitored = await connectionAt(service);
      expect(connectionProblem(monitored)).toEqual({ kind: 'no-permission' });
      for (const { state } of monitored.targets) {
        expect(state.failures).toBe(0);
        expect(state.nextCheckAt).toBeGreaterThan(world.now() + 5 * 60_000);
      }
    }
  });

  it('is not made while its connection is paused, or after it is removed', async () => {
    const monitored = await connectionAt('schedpilot');
    const connectionId = monitored.connection.id;
    const before = world.asked.length;
    await pauseConnection(world.now(), { connectionId, paused: true });
    await checkTarget(world.http, monitored, firstTarget(monitored));
    await removeConnection(world.now(), { connectionId });
    await checkTarget(world.http, monitored, firstTarget(monitored));
    expect(world.asked).toHaveLength(before);
  });

  it('never exceeds the hourly reads, even if queued before', async () => {
    const monitored = await connectionAt('schedpilot');
    const before = world.asked.length;
    for (let check = 0; check < 25; check += 1) {
      await checkTarget(world.http, monitored, firstTarget(monitored));
    }
    expect((await connectionAt('schedpilot')).state.reads?.used).toBe(20);
    // Adding the connection used one read.
    expect(world.asked).toHaveLength(before + 19);
  });

  it('uses no read without a key', async () => {
    const { connection, state } = await connectionAt('schedpilot');
    await editConnection(world.http, {
      connectionId: connection.id,
      keyKeptUntil: 'browser-closes',
      label: 'One',
      profileIds: [],
    });
    await fakeBrowser.storage.session.clear();
    world.pass(20);
    await startWorker(world.http).run();
    const after = await connectionAt('schedpilot');
    expect(connectionProblem(after)).toEqual({ kind: 'no-key' });
    expect(after.state.reads).toEqual(state.reads);
  });

  it('measures its duration, even if the clock was set back meanwhile', async () => {
    const monitored = await connectionAt('synposter');
    const tookAfter = async (minutes: number) => {
      const http = meanwhile('synposter', async () => world.pass(minutes));
      await checkTarget(http, monitored, firstTarget(monitored));
      return firstTarget(await connectionAt('synposter')).state.last?.tookMs;
    };
    expect(await tookAfter(1)).toBe(60_000);
    expect(await tookAfter(-1)).toBe(0);
  });
});

describe('an answer is dropped', () => {
  it('if the key was replaced meanwhile', async () => {
    const shown = recordShown();
    world.schedPilot.state.keys.clear();
    world.schedPilot.state.keys.add('smm_thenewkey12345');
    world.pass(20);
    const { connection } = await connectionAt('schedpilot');
    const edit = { connectionId: connection.id, label: 'One', profileIds: [] };
    const http = meanwhile('schedpilot', () =>
      editConnection(world.http, { ...edit, apiKey: 'smm_thenewkey12345' }),
    );
    await startWorker(http).run();
    expect(shown()).toEqual([]);
    expect(connectionProblem(await connectionAt('schedpilot'))).toBeUndefined();
  });

  it('if its profile is no longer monitored', async () => {
    world.pass(20);
    const monitored = await connectionAt('synposter');
    const [first, second] = monitored.connection.profiles.map(({ id }) => id);
    const edit = { connectionId: monitored.connection.id, label: 'One' };
    const http = meanwhile('synposter', () =>
      editConnection(world.http, { ...edit, profileIds: [second ?? ''] }),
    );
    await checkTarget(http, monitored, firstTarget(monitored));
    const stored = Object.keys(await fakeBrowser.storage.local.get(null));
    expect(stored.filter((key) => key.includes(first ?? ''))).toEqual([]);
    expect(await storedAccounts(world)).toHaveLength(11);
  });
});
