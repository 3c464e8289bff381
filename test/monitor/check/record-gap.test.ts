import { beforeEach, describe, expect, it } from 'vitest';
import { uptimeShare } from '@/utils/accounts/history/uptime';
import { pauseConnection, removeConnection } from '@/utils/commands/connections';
import { connectionsItem, historyItem, watchGapsItem } from '@/utils/state/items';
import { readState } from '@/utils/state/read-state';
import { readItems } from '@/utils/storage/read-items';
import { historyByAccountOf, uptimeOf } from '@/utils/view/account/account-past';
import { accountRows } from '@/utils/view/account/account-rows';
import { hour, minute } from '../../builders';
import { startCheckedWorld, startWorker, type World } from '../world';

let world: World;
beforeEach(async () => {
  world = await startCheckedWorld();
});

const gaps = async () => (await readItems([watchGapsItem]))[0];

async function pass(minutes: number): Promise<void> {
  world.pass(minutes);
  await startWorker(world.http).run();
}

/** The uptime of an account since the world began. */
async function uptime(label: string) {
  const now = world.now();
  const row = accountRows(await readState(now), now).find((one) => one.label === label);
  if (!row) throw new Error(`There is no ${label}`);
  const [history] = await readItems([historyItem]);
  return uptimeOf(row, historyByAccountOf(history), 0, now);
}

describe('a gap', () => {
  it('is not recorded while checks are regular', async () => {
    for (let i = 0; i < 8; i += 1) await pass(16);
    expect(await gaps()).toEqual([]);
  });

  it('is recorded once for each connection, after the browser was closed', async () => {
    const before = world.now();
    await pass(12 * 60);
    for (let i = 0; i < 3; i += 1) await pass(8);
    const recorded = await gaps();
    const [connections] = await readItems([connectionsItem]);
    expect(recorded.map(({ connection }) => connection).sort()).toEqual(
      connections.map(({ id }) => id).sort(),
    );
    for (const { from, to, target } of recorded) {
      expect(Math.abs(from - before)).toBeLessThan(15 * minute);
      expect(to).toBe(before + 12 * hour);
      expect(target).toBeUndefined();
    }
  });

  it('counts neither as up nor as down', async () => {
    await pass(16);
    await pass(12 * 60);
    await pass(16);
    const { monitoredMs, downMs } = await uptime('@alice');
    expect(monitoredMs).toBeLessThan(hour);
    expect(monitoredMs).toBeGreaterThan(0);
    expect(downMs).toBe(0);
  });

  it('goes on while nothing is checked, and is not called 100 %', async () => {
    await pauseConnection(world.now(), {
      connectionId: (await readItems([connectionsItem]))[0][1]?.id ?? '',
      paused: true,
    });
    world.pass(24 * 60);
    const { monitoredMs } = await uptime('@alice');
    expect(monitoredMs).toBe(0);
    expect(uptimeShare(await uptime('@alice'))).toBeUndefined();
  });

  it('of one profile leaves the others watched', async () => {
    const [brand] = world.synposter.state.profiles;
    const { fetch } = world.http;
    world.http.fetch = (input, init) =>
      String(input).includes(brand?.id ?? '-')
        ? Promise.resolve(new Response('{}', { status: 503 }))
        : fetch(input, init);
    for (let i = 0; i < 12; i += 1) await pass(8);
    world.http.fetch = fetch;
    for (let i = 0; i < 12; i += 1) await pass(8);
    const [recorded, ...others] = await gaps();
    expect(others).toEqual([]);
    expect(recorded?.target).toContain(brand?.id ?? '-');
  });

  it('is forgotten with its connection', async () => {
    await pass(12 * 60);
    const [connections] = await readItems([connectionsItem]);
    for (const { id: connectionId } of connections) {
      await removeConnection(world.now(), { connectionId });
    }
    expect(await gaps()).toEqual([]);
  });
});
