import { beforeEach, describe, expect, it } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { pauseConnection, removeConnection } from '@/utils/commands/connections';
import { editConnection } from '@/utils/commands/edit-connection';
import { findProfiles } from '@/utils/profiles/find-profiles';
import type { Http } from '@/utils/services/http';
import type { MonitoredConnection } from '@/utils/state/app-state';
import { historyItem } from '@/utils/state/items';
import { readItems } from '@/utils/storage/read-items';
import { agency, profileNames, storedAccounts } from '../monitor/stored';
import { connectionIdOf, startCheckedWorld, startWorker, type World } from '../monitor/world';

let world: World;
let before: MonitoredConnection;
beforeEach(async () => {
  world = await startCheckedWorld();
  world.pass(20);
  before = await agency(world);
});

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

describe('the result of a profile listing is dropped', () => {
  it('if the connection was removed meanwhile', async () => {
    const connectionId = before.connection.id;
    await findProfiles(
      after(() => removeConnection(world.now(), { connectionId })),
      before,
    );
    const stored = JSON.stringify(await fakeBrowser.storage.local.get(null));
    expect(stored).not.toContain(connectionId);
  });

  it('if the user typed profiles meanwhile', async () => {
    const { id } = world.synposter.addProfile('Newcomer');
    world.pass(1);
    const typed = { connectionId: before.connection.id, label: 'One', profileIds: [id] };
    await findProfiles(
      after(() => editConnection(world.http, typed)),
      before,
    );
    const { connection, state } = await agency(world);
    expect(connection.profiles.map((profile) => profile.id)).toEqual([id]);
    expect(connection).not.toHaveProperty('otherProfiles');
    expect(state.profilesCheck?.at).not.toBe(world.now());
  });

  it('if the key was replaced meanwhile', async () => {
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
    const { profiles } = (await agency(world)).connection;
    expect(profiles).toHaveLength(3);
  });
});

describe('a retired profile', () => {
  it('takes its accounts and state with it, and no others', async () => {
    const [, northwind] = before.connection.profiles.map(({ id }) => id);
    const apiKey = 'sk_live_another1234567';
    world.synposter.state.keys.add(apiKey);
    const connectionId = await connectionIdOf(world, 'synposter', { apiKey, label: 'Other' });
    await startWorker(world.http).run();
    await pauseConnection(world.now(), { connectionId, paused: true });
    const { state } = world.synposter;
    state.profiles = state.profiles.slice(0, 1);
    world.pass(16);
    await startWorker(world.http).run();

    expect(profileNames(await agency(world))).toEqual(['Alice’s Brand']);
    const stored = Object.keys(await fakeBrowser.storage.local.get(null));
    const itsOwn = `${before.connection.id}/${northwind}`;
    expect(stored.filter((key) => key.includes(itsOwn))).toEqual([]);
    expect(stored.filter((key) => key.includes(northwind ?? ''))).toHaveLength(2);
    expect(await storedAccounts(world)).toHaveLength(8 + 3 + 6);
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
