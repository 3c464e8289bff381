import { beforeEach, describe, expect, it } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { addConnection } from '@/utils/commands/add-connection';
import { checkNow, pauseConnection, removeConnection } from '@/utils/commands/connections';
import { editConnection } from '@/utils/commands/edit-connection';
import { profilesDueAt } from '@/utils/monitor/profiles-due';
import { setValues } from '@/utils/storage/area';
import { toStored } from '@/utils/storage/item';
import { connectionsItem } from '@/utils/storage/items';
import { keptKeysItem } from '@/utils/storage/keys';
import { readItems, readSchedule, readWatched } from '@/utils/storage/read';
import { cannotSaveItem } from '@/utils/storage/session-items';
import { startWorker, startWorld, type World } from '../monitor/world';

let world: World;
beforeEach(() => {
  world = startWorld();
});

const addSchedPilot = () =>
  addConnection(world.http, {
    service: 'schedpilot',
    apiKey: world.keys.schedpilot,
    label: 'Team',
    profileIds: [],
  });

const addSynposter = (profileIds: string[] = []) =>
  addConnection(world.http, {
    service: 'synposter',
    apiKey: world.keys.synposter,
    label: 'Agency',
    profileIds,
  });

async function onlyConnection() {
  const [connection] = (await readSchedule(world.now())).connections;
  if (!connection) throw new Error('No connection is stored');
  return connection;
}

const accountsKnown = async () =>
  [...(await readWatched(world.now())).accounts.values()].flat().length;

describe('adding a connection', () => {
  it('takes the listing it was tried with for the first check', async () => {
    expect(await addSchedPilot()).toMatchObject({ kind: 'saved' });
    expect(world.asked).toHaveLength(1);
    expect(await accountsKnown()).toBe(8);
    expect((await onlyConnection()).state.reads).toMatchObject({ used: 1 });
    await startWorker(world.http).run();
    expect(world.asked).toHaveLength(1);
  });

  it('finds the profiles of a key, and lists them in the run that follows', async () => {
    expect(await addSynposter()).toMatchObject({ kind: 'saved' });
    const { connection } = await onlyConnection();
    expect(connection.profiles.map(({ name }) => name)).toEqual([
      'Alice’s Brand',
      'Northwind Traders',
    ]);
    await startWorker(world.http).run();
    expect(await accountsKnown()).toBe(6);
  });

  it('saves nothing where one of the profiles is unknown, and names it', async () => {
    const [known] = world.synposter.state.profiles;
    const unknown = '11111111-2222-4333-8444-555555555555';
    expect(await addSynposter([known?.id ?? '', unknown])).toEqual({
      kind: 'failed',
      error: { kind: 'profile-unknown' },
      profileId: unknown,
    });
    expect(await readItems([connectionsItem, keptKeysItem])).toEqual([[], {}]);
  });

  it('says so where a key has no profiles', async () => {
    world.synposter.state.profiles = [];
    expect(await addSynposter()).toEqual({ kind: 'no-profiles' });
  });

  for (const status of [403, 404] as const) {
    it(`asks for a profile where the key may not list them (${status})`, async () => {
      world.synposter.state.statusOfProfiles = status;
      expect(await addSynposter()).toEqual({ kind: 'profiles-hidden' });
      const [profile] = world.synposter.state.profiles;
      expect(await addSynposter([profile?.id ?? ''])).toMatchObject({ kind: 'saved' });
    });
  }

  it('asks nobody without leave to reach the service', async () => {
    Object.assign(fakeBrowser.permissions, { contains: async () => false });
    expect(await addSchedPilot()).toMatchObject({ error: { kind: 'no-permission' } });
    expect(world.asked).toEqual([]);
  });
});

describe('editing a connection', () => {
  it('changes the label without asking the service', async () => {
    await addSchedPilot();
    const { id } = (await onlyConnection()).connection;
    const asked = world.asked.length;
    await editConnection(world.http, { connectionId: id, label: 'Crew', profileIds: [] });
    expect((await onlyConnection()).connection.label).toBe('Crew');
    expect(world.asked).toHaveLength(asked);
  });

  it('tries a new key before it takes the place of the old one', async () => {
    await addSchedPilot();
    const { id } = (await onlyConnection()).connection;
    const edit = { connectionId: id, label: 'Team', profileIds: [] };
    expect(await editConnection(world.http, { ...edit, apiKey: 'smm_wrong' })).toMatchObject({
      kind: 'failed',
      error: { kind: 'refused' },
    });
    expect((await readItems([keptKeysItem]))[0][id]).toBe(world.keys.schedpilot);

    world.schedPilot.state.keys.add('smm_thenewkey12345');
    await editConnection(world.http, { ...edit, apiKey: 'smm_thenewkey12345' });
    expect((await readItems([keptKeysItem]))[0][id]).toBe('smm_thenewkey12345');
    const { connection, state } = await onlyConnection();
    expect(connection).toMatchObject({ keyHint: '345', keyRevision: 2 });
    expect(state.reads).toMatchObject({ used: 2 });
  });

  it('never looks for profiles at a service that has none, also with a new key', async () => {
    await addSchedPilot();
    const { connection } = await onlyConnection();
    const apiKey = ['smm', 'brandnew1234567'].join('_');
    world.schedPilot.state.keys.add(apiKey);
    const edit = { connectionId: connection.id, label: 'Team', profileIds: [], apiKey };
    expect(await editConnection(world.http, edit)).toMatchObject({ kind: 'saved' });
    const edited = await onlyConnection();
    expect(edited.connection).not.toHaveProperty('profilesFrom');
    expect(edited.state).not.toHaveProperty('profilesLook');
    expect(profilesDueAt(edited, world.now())).toBe(Number.POSITIVE_INFINITY);
  });

  it('watches on what it knows where a new key may not list profiles', async () => {
    await addSynposter();
    const { connection } = await onlyConnection();
    const profileIds = connection.profiles.map(({ id }) => id);
    const apiKey = ['sk', 'live', 'maynotlist12345'].join('_');
    world.synposter.state.keys = new Set([apiKey]);
    world.synposter.state.statusOfProfiles = 403;
    const edit = { connectionId: connection.id, label: 'Agency', apiKey };
    const reply = await editConnection(world.http, { ...edit, profileIds: [] });
    expect(reply).toEqual({ kind: 'profiles-hidden' });
    expect(await editConnection(world.http, { ...edit, profileIds })).toMatchObject({
      kind: 'saved',
    });
    const { profiles, profilesFrom } = (await onlyConnection()).connection;
    expect(profiles).toEqual(connection.profiles);
    expect(profilesFrom).toBeUndefined();
  });

  it('forgets the accounts of a profile that is no longer watched', async () => {
    await addSynposter();
    await startWorker(world.http).run();
    const { connection } = await onlyConnection();
    const kept = connection.profiles[1]?.id ?? '';
    await editConnection(world.http, {
      connectionId: connection.id,
      label: 'Agency',
      profileIds: [kept],
    });
    await startWorker(world.http).run();
    expect((await onlyConnection()).connection.profiles).toEqual([
      { id: kept, name: 'Northwind Traders' },
    ]);
    expect(await accountsKnown()).toBe(3);
    const accountItems = Object.keys(await fakeBrowser.storage.local.get(null)).filter((key) =>
      key.startsWith('accounts/'),
    );
    expect(accountItems).toHaveLength(1);
  });
});

describe('pausing and removing', () => {
  it('stops the checks of a paused connection until it is resumed', async () => {
    await addSchedPilot();
    const { id: connectionId } = (await onlyConnection()).connection;
    await pauseConnection(world.now(), { connectionId, paused: true });
    world.pass(60);
    await startWorker(world.http).run();
    expect(world.asked).toHaveLength(1);
    await pauseConnection(world.now(), { connectionId, paused: false });
    await startWorker(world.http).run();
    expect(world.asked).toHaveLength(2);
  });

  it('forgets the key and everything else of a removed connection', async () => {
    await addSynposter();
    await startWorker(world.http).run();
    const { id: connectionId } = (await onlyConnection()).connection;
    await removeConnection(world.now(), { connectionId });
    const stored = await fakeBrowser.storage.local.get(null);
    expect(JSON.stringify(stored)).not.toContain(connectionId);
    expect(JSON.stringify(stored)).not.toContain(world.keys.synposter);
  });

  it('drops the answer to a check whose connection was removed meanwhile', async () => {
    await addSchedPilot();
    const { id: connectionId } = (await onlyConnection()).connection;
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

describe('"Check now"', () => {
  it('tries to write where the last write failed, also with nothing to check', async () => {
    const failed = toStored(cannotSaveItem, { since: world.now() });
    await setValues(new Map([[cannotSaveItem.key, failed]]));
    expect(await checkNow(world.now(), {})).toEqual({ kind: 'nothing-to-check' });
    expect(await readItems([cannotSaveItem])).toEqual([null]);
  });

  it('says when it can go on once the reads of this hour are used', async () => {
    await addSchedPilot();
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

  it('checks what can be checked where one of two connections has to wait', async () => {
    await addSchedPilot();
    await addSynposter();
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
