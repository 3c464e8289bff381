import { beforeEach, describe, expect, it } from 'vitest';
import type { Http } from '@/utils/services/http';
import { readSchedule } from '@/utils/state/read-state';
import { minute } from '../builders';
import { connect, startWorker, startWorld, type World } from './world';

const profiles = 20;
let world: World;

/** A connection of many profiles, all checked, whose browser then sleeps for hours. */
beforeEach(async () => {
  world = startWorld();
  const { http, synposter } = world;
  while (synposter.state.profiles.length < profiles) synposter.addProfile('Another');
  await connect(world, 'synposter');
  await startWorker(http).run();
  world.pass(8 * 60);
});

/** When each target is checked next, from now (ms), in order. */
async function timesToNextChecks(): Promise<number[]> {
  const { connections } = await readSchedule(world.now());
  return connections
    .flatMap(({ targets }) => targets.map(({ state }) => state.nextCheckAt - world.now()))
    .toSorted((a, b) => a - b);
}

function withoutNetwork(online: boolean): Http {
  return { ...world.http, online: () => online, fetch: () => Promise.reject(new TypeError()) };
}

describe('targets that fail together', () => {
  it('do not return together', async () => {
    await startWorker(withoutNetwork(true)).run();
    const times = await timesToNextChecks();
    expect(times).toHaveLength(profiles);
    expect(new Set(times.filter((time) => time > 10_000)).size).toBeGreaterThan(profiles / 4);
    expect(times.at(-1)).toBeLessThanOrEqual(minute);
  });

  it.each([
    ['offline', false],
    ['without a network, though the browser says it is online,', true],
  ])('%s return to their slots once there is a network', async (_, online) => {
    await startWorker(withoutNetwork(online)).run();
    world.pass(1);
    await startWorker(world.http).run();
    const times = await timesToNextChecks();
    const gaps = times.slice(1).map((time, i) => time - (times[i] ?? 0));
    expect(Math.min(...gaps)).toBeGreaterThan((15 * minute) / 2 / profiles - 1);
  });
});
