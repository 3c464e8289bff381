import { beforeEach, describe, expect, it } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { checkNow, pauseConnection, removeConnection } from '@/utils/commands/connections';
import { keptKeysItem } from '@/utils/state/api-keys';
import { connectionsItem, historyItem } from '@/utils/state/items';
import { setValues } from '@/utils/storage/area';
import { writeFailureItem } from '@/utils/storage/health';
import { toStored } from '@/utils/storage/item';
import { readItems } from '@/utils/storage/read-items';
import { onlyConnection, storedAccounts } from '../monitor/stored';
import { connect, startWorker, startWorld, type World } from '../monitor/world';

let world: World;
beforeEach(() => {
  world = startWorld();
});

describe('adding a connection', () => {
  it('counts the test of the key as the first check', async () => {
    expect(await connect(world, 'schedpilot')).toMatchObject({ kind: 'saved' });
    expect(world.asked).toHaveLength(1);
    expect(await storedAccounts(world)).toHaveLength(8);
    expect((await onlyConnection(world)).state.reads).toMatchObject({ used: 1 });
    await startWorker(world.http).run();
    expect(world.asked).toHaveLength(1);
  });

  it('finds the key’s profiles and lists them in the next run', async () => {
    expect(await connect(world, 'synposter')).toMatchObject({ kind: 'saved' });
    const { connection } = await onlyConnection(world);
    expect(connection.profiles.map(({ name }) => name)).toEqual([
      'Alice’s Brand',
      'Northwind Traders',
    ]);
    await startWorker(world.http).run();
    expect(await storedAccounts(world)).toHaveLength(6);
  });

  it('saves nothing if a profile is unknown, and names it', async () => {
    const [known] = world.synposter.state.profiles;
    const unknown = '11111111-2222-4333-8444-555555555555';
    expect(await connect(world, 'synposter', { profileIds: [known?.id ?? '', unknown] })).toEqual({
      kind: 'failed',
      error: { kind: 'profile-unknown' },
      profileId: unknown,
    });
    expect(await readItems([connectionsItem, keptKeysItem])).toEqual([[], {}]);
  });

  it('says that a key has no profiles', async () => {
    world.synposter.state.profiles = [];
    expect(await connect(world, 'synposter')).toEqual({ kind: 'no-profiles' });
  });

  for (const status of [403, 404] as const) {
    it(`asks for a profile if the key may not list them (${status})`, async () => {
      world.synposter.state.statusOfProfiles = status;
      expect(await connect(world, 'synposter')).toEqual({ kind: 'profiles-hidden' });
      const [profile] = world.synposter.state.profiles;
      expect(await connect(world, 'synposter', { profileIds: [profile?.id ?? ''] })).toMatchObject({
        kind: 'saved',
      });
    });
  }

  it('sends nothing without host access', async () => {
    Object.assign(fakeBrowser.permissions, { contains: async () => false });
    expect(await connect(world, 'schedpilot')).toMatchObject({ error: { kind: 'no-permission' } });
    expect(world.asked).toEqual([]);
  });
});

describe('pausing and removing', () => {
  it('stops the checks of a paused connection until it is resumed', async () => {
    await connect(world, 'schedpilot');
    const { id: connectionId } = (await onlyConnection(world)).connection;
    await pauseConnection(world.now(), { connectionId, paused: true });
    world.pass(60);
    await startWorker(world.http).run();
    expect(world.asked).toHaveLength(1);
    await pauseConnection(world.now(), { connectionId, paused: false });
    await startWorker(world.http).run();
    expect(world.asked).toHaveLength(2);
  });

  it('deletes the key and all data of a removed connection', async () => {
    await connect(world, 'synposter');
    await startWorker(world.http).run();
    world.pass(16);
    world.synposter.change('alice', { status: 'expired' });
    await startWorker(world.http).run();
    const { id: connectionId } = (await onlyConnection(world)).connection;
    expect((await readItems([historyItem]))[0]).toHaveLength(1);
    await removeConnection(world.now(), { connectionId });
    const stored = await fakeBrowser.storage.local.get(null);
    expect(JSON.stringify(stored)).not.toContain(connectionId);
    expect(JSON.stringify(stored)).not.toContain(world.keys.synposter);
  });

  it('drops the answer to a check whose connection was removed meanwhile', async () => {
    await connect(world, 'schedpilot');
    const { id: connectionId } = (await onlyConnection(world)).connection;
    world.pass(20);
    const { fetch } = world.http;
    const run = startWorker({
      ...world.http,
      async fetch(...request) {
        await removeConnection(world.now(), { connectionId });
        return fetch(...request);
      },
    }).run();
    await run;
    expect(JSON.stringify(await fakeBrowser.storage.local.get(null))).not.toContain(connectionId);
  });
});

describe('“Check now”', () => {
  it('retries a failed write even with nothing to check', async () => {
    const failed = toStored(writeFailureItem, { since: world.now() });
    await setValues(new Map([[writeFailureItem.key, failed]]));
    expect(await checkNow(world.now(), {})).toEqual({ kind: 'nothing-to-check' });
    expect(await readItems([writeFailureItem])).toEqual([null]);
  });

  it('says when checks can resume once this hour’s reads are used', async () => {
    await connect(world, 'schedpilot');
    for (let read = 1; read < 20; read += 1) {
      world.pass(1);
      expect(await checkNow(world.now(), {})).toEqual({ kind: 'started' });
      await startWorker(world.http).run();
    }
    expect(world.asked).toHaveLength(20);
    world.pass(1);
    const nextHour = Date.parse('2026-11-22T11:00:00Z');
    expect(await checkNow(world.now(), {})).toEqual({ kind: 'waiting', until: nextHour });
    await startWorker(world.http).run();
    expect(world.asked).toHaveLength(20);
    world.pass(21);
    expect(await checkNow(world.now(), {})).toEqual({ kind: 'started' });
  });

  it('checks what it can while one of two connections has to wait', async () => {
    await connect(world, 'schedpilot');
    await connect(world, 'synposter');
    await startWorker(world.http).run();
    world.schedPilot.state.reads.used = 60;
    world.pass(1);
    await checkNow(world.now(), {});
    await startWorker(world.http).run();
    world.pass(1);
    const before = world.asked.length;
    expect(await checkNow(world.now(), {})).toEqual({ kind: 'started' });
    await startWorker(world.http).run();
    expect(world.asked.slice(before).map(({ url }) => url.hostname + url.pathname)).toEqual([
      'api.synposter.com/v1/profiles',
      'api.synposter.com/v1/accounts',
      'api.synposter.com/v1/accounts',
    ]);
  });
});
