import { beforeEach, describe, expect, it } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { pauseConnection } from '@/utils/commands/connections';
import { editConnection } from '@/utils/commands/edit-connection';
import { findProfiles } from '@/utils/profiles/find-profiles';
import { findProfilesEveryMs, type MonitoredConnection } from '@/utils/state/app-state';
import { readSchedule } from '@/utils/state/read-state';
import { minute } from '../builders';
import { agency, bothNames, profileNames } from '../monitor/stored';
import { startCheckedWorld, type World } from '../monitor/world';
import { answering } from '../services/world';

let world: World;
let before: MonitoredConnection;
beforeEach(async () => {
  world = await startCheckedWorld();
  world.pass(20);
  before = await agency(world);
});

describe('a profile listing', () => {
  it('leaves other connections alone', async () => {
    const others = async () =>
      (await readSchedule(world.now())).connections
        .map(({ connection }) => connection)
        .filter(({ service }) => service === 'schedpilot');
    const untouched = await others();
    world.synposter.addProfile('Newcomer');
    await findProfiles(world.http, before);
    expect(profileNames(await agency(world))).toEqual([...bothNames, 'Newcomer']);
    expect(await others()).toEqual(untouched);
  });

  it('is repeated within the hour', async () => {
    const next = async () => (await agency(world)).state.profilesCheck;
    await findProfiles(world.http, before);
    expect(await next()).toEqual({ at: world.now(), nextAt: world.now() + findProfilesEveryMs });
  });

  it('succeeds while a new profile waits for its first check', async () => {
    world.synposter.addProfile('Newcomer');
    await findProfiles(world.http, before);
    await findProfiles(world.http, await agency(world));
    expect(profileNames(await agency(world))).toEqual([...bothNames, 'Newcomer']);
  });

  it('that is rejected leaves reporting the key to the checks', async () => {
    await findProfiles(
      { ...world.http, fetch: answering('{"error":"unauthorized"}', { status: 401 }).fetch },
      before,
    );
    const { state } = await agency(world);
    expect(state.profilesCheck?.error).toEqual({ kind: 'refused', status: 401 });
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
    ['without host access', 'no-permission'],
    ['without a key', 'no-key'],
  ])('sends nothing %s, and says so', async (_, kind) => {
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
    const { state } = await agency(world);
    expect(state.profilesCheck).toEqual({
      at: world.now(),
      nextAt: world.now() + findProfilesEveryMs,
      error: { kind },
      listedAt: before.state.profilesCheck?.at,
    });
  });

  it('that hits a limit blocks the connection, unlike one that fails', async () => {
    await findProfiles({ ...world.http, fetch: answering('', { status: 500 }).fetch }, before);
    expect((await agency(world)).state.blocked).toBeUndefined();
    const limited = answering('', { status: 429, headers: { 'Retry-After': '600' } });
    await findProfiles({ ...world.http, fetch: limited.fetch }, before);
    const { state, connection } = await agency(world);
    const until = world.now() + 10 * minute;
    expect(state.blocked).toEqual({ by: 'rate-limit', since: world.now(), until });
    expect(state.profilesCheck?.error).toEqual({ kind: 'rate-limited', until });
    expect(profileNames({ ...before, connection })).toEqual(bothNames);
  });
});
