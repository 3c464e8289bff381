import { beforeEach, describe, expect, it } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { addConnection } from '@/utils/commands/add-connection';
import { pauseConnection, removeConnection } from '@/utils/commands/connections';
import { editConnection } from '@/utils/commands/edit-connection';
import { findProfiles } from '@/utils/monitor/find-profiles';
import { lookEveryMs } from '@/utils/monitor/profiles';
import type { WatchedConnection } from '@/utils/monitor/watched';
import type { Http } from '@/utils/services/http';
import { historyItem } from '@/utils/storage/items';
import { readItems, readSchedule, readWatched } from '@/utils/storage/read';
import { minute } from '../builders';
import { answering } from '../services/world';
import { startCheckedWorld, startWorker, type World } from './world';

let world: World;
let before: WatchedConnection;
beforeEach(async () => {
  world = await startCheckedWorld();
  world.pass(20);
  before = await agency();
});

async function agency(): Promise<WatchedConnection> {
  const { connections } = await readSchedule(world.now());
  const found = connections.find(({ connection }) => connection.service === 'synposter');
  if (!found) throw new Error('The agency is not connected');
  return found;
}

const names = ({ connection }: WatchedConnection) => connection.profiles.map(({ name }) => name);
const bothNames = ['Alice’s Brand', 'Northwind Traders'];

/** Answers as the service does, once something else has happened. */
function after(happens: () => Promise<unknown>): Http {
  return {
    ...world.http,
    async fetch(...request) {
      const answer = await world.http.fetch(...request);
      await happens();
      return answer;
    },
  };
}

describe('a look for profiles', () => {
  it('leaves the other connections as they are', async () => {
    const others = async () =>
      (await readSchedule(world.now())).connections
        .map(({ connection }) => connection)
        .filter(({ service }) => service === 'schedpilot');
    const untouched = await others();
    world.synposter.addProfile('Newcomer');
    await findProfiles(world.http, before);
    expect(names(await agency())).toEqual([...bothNames, 'Newcomer']);
    expect(await others()).toEqual(untouched);
  });

  it('is made again within the hour, or after a minute where one is missing', async () => {
    const next = async () => (await agency()).state.profilesLook;
    await findProfiles(world.http, before);
    expect(await next()).toEqual({ at: world.now(), nextAt: world.now() + lookEveryMs });
    const { state } = world.synposter;
    state.profiles = state.profiles.slice(0, 1);
    await findProfiles(world.http, before);
    expect(await next()).toEqual({ at: world.now(), nextAt: world.now() + minute });
  });

  it('goes well while a profile that it found waits for its first check', async () => {
    world.synposter.addProfile('Newcomer');
    await findProfiles(world.http, before);
    await findProfiles(world.http, await agency());
    expect(names(await agency())).toEqual([...bothNames, 'Newcomer']);
  });

  it('that is refused leaves it to the checks to say that the key is', async () => {
    await findProfiles({ ...world.http, fetch: answering('', { status: 401 }).fetch }, before);
    const { state } = await agency();
    expect(state.profilesLook?.error).toEqual({ kind: 'refused', status: 401 });
    expect([state.refusedSince, state.blocked]).toEqual([undefined, undefined]);
  });

  it('is not made while the connection is paused', async () => {
    const connectionId = before.connection.id;
    await pauseConnection(world.now(), { connectionId, paused: true });
    const asked = world.asked.length;
    await findProfiles(world.http, before);
    expect(world.asked).toHaveLength(asked);
  });

  it.each([
    ['without leave to reach the service', 'no-permission'],
    ['without a key', 'no-key'],
  ])('asks nobody %s, and says so', async (_, kind) => {
    if (kind === 'no-permission') {
      Object.assign(fakeBrowser.permissions, { contains: async () => false });
    } else {
      await editConnection(world.http, {
        connectionId: before.connection.id,
        keyKeptUntil: 'browser-closes',
        label: 'One',
        profileIds: [],
      });
      await fakeBrowser.storage.session.clear();
    }
    const asked = world.asked.length;
    await findProfiles(world.http, before);
    expect(world.asked).toHaveLength(asked);
    const { state } = await agency();
    expect(state.profilesLook).toEqual({
      at: world.now(),
      nextAt: world.now() + lookEveryMs,
      error: { kind },
    });
  });

  it('that runs into a limit holds back the connection, and one that fails does not', async () => {
    await findProfiles({ ...world.http, fetch: answering('', { status: 500 }).fetch }, before);
    expect((await agency()).state.blocked).toBeUndefined();
    const limited = answering('', { status: 429, headers: { 'Retry-After': '600' } });
    await findProfiles({ ...world.http, fetch: limited.fetch }, before);
    const { state, connection } = await agency();
    const until = world.now() + 10 * minute;
    expect(state.blocked).toEqual({ by: 'rate-limit', since: world.now(), until });
    expect(state.profilesLook?.error).toEqual({ kind: 'rate-limited', until });
    expect(names({ ...before, connection })).toEqual(bothNames);
  });
});

describe('what a look found is dropped', () => {
  it('where the connection was removed meanwhile', async () => {
    const connectionId = before.connection.id;
    await findProfiles(
      after(() => removeConnection(world.now(), { connectionId })),
      before,
    );
    const stored = JSON.stringify(await fakeBrowser.storage.local.get(null));
    expect(stored).not.toContain(connectionId);
  });

  it('where the user typed what to watch meanwhile', async () => {
    const { id } = world.synposter.addProfile('Newcomer');
    world.pass(1);
    const typed = { connectionId: before.connection.id, label: 'One', profileIds: [id] };
    await findProfiles(
      after(() => editConnection(world.http, typed)),
      before,
    );
    const { connection, state } = await agency();
    expect(connection.profiles.map((profile) => profile.id)).toEqual([id]);
    expect(connection).not.toHaveProperty('otherProfiles');
    expect(state.profilesLook?.at).not.toBe(world.now());
  });

  it('where the connection was given another key meanwhile', async () => {
    const apiKey = 'sk_live_thenewkey12345';
    world.synposter.state.keys.add(apiKey);
    const edit = { connectionId: before.connection.id, label: 'One', profileIds: [], apiKey };
    await findProfiles(
      after(async () => {
        world.pass(1);
        world.synposter.addProfile('Newcomer');
        await editConnection(world.http, edit);
      }),
      before,
    );
    const { profiles } = (await agency()).connection;
    expect(profiles.map(({ missingSince }) => missingSince)).toEqual(profiles.map(() => undefined));
    expect(profiles).toHaveLength(3);
  });
});

describe('a profile that is retired', () => {
  it('takes its accounts and its state with it, and no one else’s', async () => {
    const [, northwind] = before.connection.profiles.map(({ id }) => id);
    const add = { service: 'synposter' as const, label: 'Other', profileIds: [] };
    await addConnection(world.http, { ...add, apiKey: world.keys.synposter });
    await startWorker(world.http).run();
    const { state } = world.synposter;
    state.profiles = state.profiles.slice(0, 1);
    await findProfiles(world.http, await agency());
    world.pass(1);
    await findProfiles(world.http, await agency());

    expect(names(await agency())).toEqual(['Alice’s Brand']);
    const stored = Object.keys(await fakeBrowser.storage.local.get(null));
    const itsOwn = `${before.connection.id}/${northwind}`;
    expect(stored.filter((key) => key.includes(itsOwn))).toEqual([]);
    expect(stored.filter((key) => key.includes(northwind ?? ''))).toHaveLength(2);
    const { accounts } = await readWatched(world.now());
    expect([...accounts.values()].flat()).toHaveLength(8 + 3 + 6);
    const [history] = await readItems([historyItem]);
    expect(history.map(({ label, from, to }) => [label, from, to])).toEqual(
      expect.arrayContaining([
        ['@northwind', 'revoked', 'retired'],
        ['@northwind_eu', 'working', 'retired'],
      ]),
    );
    expect(history).toHaveLength(3);
  });
});
