import { beforeEach, describe, expect, it } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { checkNow, pauseConnection } from '@/utils/commands/connections';
import { connectionProblem } from '@/utils/state/app-state';
import { readSchedule } from '@/utils/state/read-state';
import { agency } from '../monitor/stored';
import {
  profileListings,
  recordShown,
  startCheckedWorld,
  startWorker,
  type World,
} from '../monitor/world';
import { answering } from '../services/world';

let world: World;
const run = () => startWorker(world.http).run();
const badge = () => fakeBrowser.action.getBadgeText({});

/** Only a connection whose profiles were all deleted: there is nothing to check. */
beforeEach(async () => {
  world = await startCheckedWorld();
  const { connections } = await readSchedule(world.now());
  const [other] = connections.map(({ connection }) => connection.id);
  await pauseConnection(world.now(), { connectionId: other ?? '', paused: true });
  world.synposter.state.profiles = [];
  world.pass(16);
  await run();
  expect((await agency(world)).targets).toEqual([]);
});

describe('a connection without profiles', () => {
  it('has old data once its profile listing has failed for too long', async () => {
    world.http.fetch = answering('', { status: 500 }).fetch;
    expect(await badge()).toBe('');
    for (let hours = 0; hours < 2; hours += 1) {
      world.pass(60);
      await run();
      expect(await badge()).toBe('');
    }
    world.pass(60);
    await run();
    expect(await badge()).toBe('!');
  });

  it('is reported as rejected once, and checked every six hours', async () => {
    world.synposter.state.keys.clear();
    const shown = recordShown();
    world.pass(56);
    await run();
    expect(shown()).toEqual([]);
    world.pass(1);
    await run();
    expect(connectionProblem(await agency(world))).toMatchObject({ kind: 'refused' });
    expect(await badge()).toBe('!');
    const before = profileListings(world);
    for (let hours = 0; hours < 6; hours += 1) {
      world.pass(60);
      await run();
    }
    expect(profileListings(world)).toBe(before + 1);
    expect(shown()).toHaveLength(1);
  });

  it('is checked at once on request, and unblocked by an answer', async () => {
    world.synposter.state.keys.clear();
    world.pass(56);
    await run();
    world.synposter.state.keys.add(world.keys.synposter);
    world.synposter.addProfile('Newcomer');
    world.pass(1);
    await checkNow(world.now(), {});
    await run();
    const { state, targets } = await agency(world);
    expect(targets).toHaveLength(1);
    expect([state.refusedSince, state.blocked]).toEqual([undefined, undefined]);
    expect(await badge()).toBe('');
  });
});
