import { beforeEach, describe, expect, it } from 'vitest';
import { checkNow } from '@/utils/commands/connections';
import { editConnection } from '@/utils/commands/edit-connection';
import { connectionViews } from '@/utils/options/connection-view';
import { connectionsItem, historyItem } from '@/utils/state/items';
import { readState } from '@/utils/state/read-state';
import { readItems } from '@/utils/storage/read-items';
import { storedAccounts } from '../monitor/stored';
import {
  connect,
  profileListings,
  recordShown,
  startWorker,
  startWorld,
  type World,
} from '../monitor/world';

let world: World;
beforeEach(() => {
  world = startWorld();
});
const startFound = async () => {
  await connect(world, 'synposter', { label: 'Agency' });
  await run();
};

const run = () => startWorker(world.http).run();

async function monitoredNames(): Promise<(string | undefined)[]> {
  const [[connection]] = await readItems([connectionsItem]);
  return (connection?.profiles ?? []).map(({ name }) => name);
}

async function handles(): Promise<(string | undefined)[]> {
  return (await storedAccounts(world)).map(({ handle }) => handle);
}

describe('a new profile', () => {
  beforeEach(startFound);

  it('is found with its accounts within an hour', async () => {
    world.pass(2);
    const { id } = world.synposter.addProfile('Newcomer');
    world.synposter.addAccount(id, { handle: 'newcomer', status: 'expired' });
    const shown = recordShown();
    for (let minutes = 0; minutes < 60; minutes += 5) {
      world.pass(5);
      await run();
    }
    expect(await monitoredNames()).toEqual(['Alice’s Brand', 'Northwind Traders', 'Newcomer']);
    expect(await handles()).toContain('newcomer');
    expect(shown()).toEqual([]);
    expect(profileListings(world)).toBeLessThanOrEqual(3);
  });

  it('is found by “Check now”', async () => {
    world.synposter.addProfile('Newcomer');
    world.pass(1);
    await checkNow(world.now(), {});
    await run();
    expect(await monitoredNames()).toContain('Newcomer');
  });

  it('is offered but not monitored if the user chose other profiles', async () => {
    const [[connection]] = await readItems([connectionsItem]);
    const connectionId = connection?.id ?? '';
    const brand = connection?.profiles[0]?.id ?? '';
    const edit = { connectionId, label: 'Agency' };
    const asked = world.asked.length;
    await editConnection(world.http, { ...edit, profileIds: [brand] });
    expect(world.asked).toHaveLength(asked);
    const { id } = world.synposter.addProfile('Newcomer');
    world.pass(61);
    await run();
    expect(await monitoredNames()).toEqual(['Alice’s Brand']);
    expect(await handles()).not.toContain('northwind');

    await editConnection(world.http, { ...edit, profileIds: [brand, id] });
    await run();
    expect(await monitoredNames()).toEqual(['Alice’s Brand', 'Newcomer']);
    await editConnection(world.http, { ...edit, profileIds: [] });
    await run();
    expect(await monitoredNames()).toEqual(['Alice’s Brand', 'Northwind Traders', 'Newcomer']);
    expect(await handles()).toContain('northwind');
  });
});

describe('a vanished profile', () => {
  beforeEach(startFound);

  it('is retired soon after the service calls it unknown, and keeps its history', async () => {
    world.synposter.change('northwind', { status: 'active' });
    world.pass(16);
    await run();
    const { state } = world.synposter;
    state.profiles = state.profiles.filter(({ name }) => name !== 'Northwind Traders');
    world.pass(16);
    await run();
    expect(await monitoredNames()).toEqual(['Alice’s Brand']);
    expect(await handles()).not.toContain('northwind');
    const [history] = await readItems([historyItem]);
    expect(history.map(({ label, to }) => `${label} ${to}`)).toEqual(
      expect.arrayContaining(['@northwind working', '@northwind retired']),
    );
    expect((await readState(world.now())).connections[0]?.targets).toHaveLength(1);
  });

  it('stays monitored while profile lists lack it but its accounts are still listed', async () => {
    const { state } = world.synposter;
    const { profiles } = state;
    const accountsOf = world.http.fetch;
    // Only the profile list is cut short: each profile's accounts are listed as ever.
    world.http.fetch = async (...request) => {
      const isList = String(request[0]).includes('/v1/profiles');
      state.profiles = isList ? [] : profiles;
      return accountsOf(...request).finally(() => {
        state.profiles = profiles;
      });
    };
    for (const minutes of [61, 2, 61]) {
      world.pass(minutes);
      await run();
    }
    expect(await monitoredNames()).toEqual(['Alice’s Brand', 'Northwind Traders']);
    expect(await handles()).toHaveLength(6);
  });

  it('is monitored again when it is back, if the user had chosen it', async () => {
    const [[connection]] = await readItems([connectionsItem]);
    const connectionId = connection?.id ?? '';
    const profileIds = connection?.profiles.map(({ id }) => id) ?? [];
    await editConnection(world.http, { connectionId, label: 'Agency', profileIds });
    const { state } = world.synposter;
    const { profiles } = state;
    state.profiles = profiles.slice(0, 1);
    world.pass(16);
    await run();
    expect(await monitoredNames()).toEqual(['Alice’s Brand']);
    await editConnection(world.http, {
      connectionId,
      label: 'Renamed',
      profileIds: profileIds.slice(0, 1),
    });
    state.profiles = profiles;
    world.pass(61);
    await run();
    expect(await monitoredNames()).toEqual(['Alice’s Brand', 'Northwind Traders']);
    expect(await handles()).toContain('northwind');
  });

  it('is kept when the key may no longer list profiles, which is reported', async () => {
    world.synposter.state.statusOfProfiles = 403;
    for (const minutes of [61, 2, 61]) {
      world.pass(minutes);
      await run();
    }
    expect(await monitoredNames()).toHaveLength(2);
    expect(await handles()).toHaveLength(6);
    const [view] = connectionViews(await readState(world.now()), world.now());
    expect(view?.profilesProblem).toEqual({ kind: 'refused', status: 403 });
    expect(view?.problem).toBeUndefined();
    expect(view?.lastCheckAt).toBe(world.now());
  });
});

it('a 503 with Retry-After for the list of profiles holds for the whole connection', async () => {
  await startFound();
  world.pass(61);
  const waits = { status: 503, headers: { 'Retry-After': '3600' } };
  const http = {
    ...world.http,
    fetch: async (...request: Parameters<typeof fetch>) => {
      const answer = await world.http.fetch(...request);
      return String(request[0]).includes('/v1/profiles') ? new Response('{}', waits) : answer;
    },
  };
  await startWorker(http).run();
  const [monitored] = (await readState(world.now())).connections;
  expect(monitored?.state.blocked).toMatchObject({ by: 'rate-limit' });
  const before = world.asked.length;
  world.pass(30);
  await run();
  expect(world.asked).toHaveLength(before);
});

it('a key that may not list profiles monitors typed ones, and never looks for more', async () => {
  world.synposter.state.statusOfProfiles = 404;
  expect(await connect(world, 'synposter')).toEqual({ kind: 'profiles-hidden' });
  const [brand] = world.synposter.state.profiles;
  await connect(world, 'synposter', { profileIds: [brand?.id ?? ''] });
  const asked = world.asked.length;
  world.pass(120);
  await run();
  const paths = world.asked.slice(asked).map(({ url }) => url.pathname);
  expect(new Set(paths)).toEqual(new Set(['/v1/accounts']));
});
