import { beforeEach, describe, expect, it } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { checkNow } from '@/utils/commands/connections';
import { editConnection } from '@/utils/commands/edit-connection';
import type { Http } from '@/utils/services/http';
import { keptKeysItem } from '@/utils/state/api-keys';
import { connectionProblem } from '@/utils/state/app-state';
import { readItems } from '@/utils/storage/read-items';
import { agency } from './stored';
import { recordShown, startCheckedWorld, startWorker, type World } from './world';

let world: World;
beforeEach(async () => {
  world = await startCheckedWorld();
  world.synposter.state.keys.clear();
  world.pass(20);
  await startWorker(world.http).run();
  // A first rejection has to be confirmed a minute later.
  world.pass(1);
  await startWorker(world.http).run();
});

const newKey = ['sk', 'live', 'brandnew1234567'].join('_');

async function enterKey(): Promise<void> {
  const { connection } = await agency(world);
  world.synposter.state.keys.add(newKey);
  world.pass(1);
  const edit = { connectionId: connection.id, label: 'One', profileIds: [] };
  expect(await editConnection(world.http, { ...edit, apiKey: newKey })).toMatchObject({
    kind: 'saved',
  });
}

/** How many requests for accounts, one for each target, Synposter has after some minutes. */
async function askedAfter(minutes: number): Promise<number> {
  const before = world.asked.length;
  world.pass(minutes);
  await startWorker(world.http).run();
  return world.asked
    .slice(before)
    .filter(({ url }) => url.hostname === 'api.synposter.com' && url.pathname === '/v1/accounts')
    .length;
}

describe('a connection whose key is rejected', () => {
  it('is checked through one of its targets, every six hours', async () => {
    for (let twice = 0; twice < 2; twice += 1) {
      expect(await askedAfter(5 * 60 + 59)).toBe(0);
      expect(await askedAfter(1)).toBe(1);
    }
  });

  it('is checked again through the same target on request', async () => {
    world.pass(1);
    expect(await checkNow(world.now(), {})).toEqual({ kind: 'started' });
    expect(await askedAfter(0)).toBe(1);
  });

  it('is checked through another target if the first is gone', async () => {
    world.synposter.state.keys.add(world.keys.synposter);
    world.synposter.state.profiles.shift();
    await askedAfter(6 * 60);
    await askedAfter(6 * 60);
    expect((await agency(world)).state.refusedSince).toBeUndefined();
  });

  it('is checked through all of them as soon as it has another key', async () => {
    await enterKey();
    expect(await askedAfter(0)).toBe(2);
  });

  it('is no longer called rejected once it has another key', async () => {
    expect(connectionProblem(await agency(world))).toMatchObject({ kind: 'refused' });
    await enterKey();
    expect(connectionProblem(await agency(world))).toBeUndefined();
  });

  it('keeps a key that was entered while another change was tested', async () => {
    world.synposter.state.keys.add(world.keys.synposter);
    const { connection } = await agency(world);
    const [profile] = connection.profiles;
    let meanwhile: Promise<void> | undefined;
    const http: Http = {
      ...world.http,
      async fetch(...request) {
        meanwhile ??= enterKey();
        await meanwhile;
        return world.http.fetch(...request);
      },
    };
    const added = world.synposter.addProfile('Newcomer');
    const profileIds = [profile?.id ?? '', added.id];
    await editConnection(http, { connectionId: connection.id, label: 'One', profileIds });
    expect((await readItems([keptKeysItem]))[0][connection.id]).toBe(newKey);
  });
});

describe('a single rejection', () => {
  beforeEach(async () => {
    world = await startCheckedWorld();
  });

  async function runAfter(minutes: number): Promise<void> {
    world.pass(minutes);
    await startWorker(world.http).run();
  }

  it('is neither notified nor on the badge, and is checked again after a minute', async () => {
    const shown = recordShown();
    world.synposter.state.keys.clear();
    await runAfter(20);
    expect(connectionProblem(await agency(world))).toMatchObject({ kind: 'refused-once' });
    expect(await fakeBrowser.action.getBadgeText({})).toBe('2');
    world.synposter.state.keys.add(world.keys.synposter);
    expect(await askedAfter(1)).toBeGreaterThan(0);
    expect(shown()).toEqual([]);
    expect((await agency(world)).state).not.toHaveProperty('refusedOnceAt');
    expect((await agency(world)).state).not.toHaveProperty('refusedSince');
  });

  it('is confirmed by a second one at least a minute later, and notified once', async () => {
    const shown = recordShown();
    world.synposter.state.keys.clear();
    await runAfter(20);
    await checkNow(world.now(), {});
    await runAfter(0.4);
    expect(shown()).toEqual([]);
    await runAfter(1);
    expect((await agency(world)).state.refusedSince).toBe(world.now());
    await runAfter(6 * 60);
    expect(shown().filter((id) => id.endsWith('>refused'))).toHaveLength(1);
  });

  it('starts again after the clock was set back', async () => {
    const shown = recordShown();
    world.synposter.state.keys.clear();
    await runAfter(20);
    await runAfter(-60);
    expect((await agency(world)).state).toMatchObject({ refusedOnceAt: world.now() });
    await runAfter(1);
    expect(shown()).toHaveLength(1);
  });
});
