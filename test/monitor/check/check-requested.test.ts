import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { checkNow } from '@/utils/commands/connections';
import { isCheckRequested } from '@/utils/state/app-state';
import { readSchedule } from '@/utils/state/read-state';
import { minute, second } from '../../builders';
import { answering } from '../../services/world';
import { startCheckedWorld, startWorker, type World } from '../world';

let world: World;
/** How long (ms) the run waited. Waiting takes no real time, but the simulated clock advances. */
let waits: number[];
beforeEach(async () => {
  world = await startCheckedWorld();
  waits = [];
  vi.spyOn(globalThis, 'setTimeout').mockImplementation(((resumePaging: () => void, ms: number) => {
    waits.push(ms);
    world.pass(ms / minute);
    resumePaging();
  }) as never);
});
afterEach(() => {
  vi.mocked(setTimeout).mockRestore();
});

const askAfter = async (ms: number) => {
  world.pass(ms / minute);
  await checkNow(world.now(), {});
  const before = world.asked.length;
  await startWorker(world.http).run();
  return world.asked.slice(before).map(({ url }) => url.pathname);
};

describe('a run for a requested check', () => {
  it('waits until ten seconds after the last check, and then checks', async () => {
    const asked = await askAfter(4 * second);
    expect(new Set(waits)).toEqual(new Set([6 * second]));
    expect(asked.filter((path) => path.endsWith('/accounts'))).toHaveLength(3);
  });

  it('does not wait if the last check is ten seconds old', async () => {
    const asked = await askAfter(10 * second);
    expect(waits).toEqual([]);
    expect(asked.filter((path) => path.endsWith('/accounts'))).toHaveLength(3);
  });

  it('waits for a limit no longer than that', async () => {
    world.pass(61);
    await checkNow(world.now(), {});
    const before = world.asked.length;
    const limited = answering('', { status: 429, headers: { 'Retry-After': '10' } });
    await startWorker({
      ...world.http,
      fetch: (input, init) =>
        String(input).includes('/profiles')
          ? limited.fetch(input, init)
          : world.http.fetch(input, init),
    }).run();
    expect(waits).toEqual([10 * second]);
    expect(world.asked.slice(before)).toHaveLength(3);
  });

  it('does not wait for a longer limit', async () => {
    world.pass(1);
    await checkNow(world.now(), {});
    const limited = answering('', { status: 429, headers: { 'Retry-After': '11' } });
    await startWorker({ ...world.http, fetch: limited.fetch }).run();
    const { connections } = await readSchedule(world.now());
    const stillAsked = connections.flatMap((connection) =>
      connection.targets.filter((target) => isCheckRequested(connection, target, world.now())),
    );
    expect(stillAsked).not.toEqual([]);
    expect(waits).toEqual([]);
  });
});
