import { beforeEach, expect, it } from 'vitest';
import { deleteEverything } from '@/utils/commands/delete-everything';
import { noteCheck, writeCheckLog } from '@/utils/monitor/write-check-log';
import { checkLogItem } from '@/utils/state/session-items';
import { readItems } from '@/utils/storage/read-items';
import { startCheckedWorld, startWorker, type World } from '../world';

let world: World;
beforeEach(async () => {
  world = await startCheckedWorld();
});

const log = async () => (await readItems([checkLogItem]))[0];
const note = () =>
  noteCheck({
    at: world.now(),
    tookMs: 1,
    target: 'c1',
    outcome: { kind: 'failed', error: { kind: 'timeout' } },
  });

it('the log has every check of a run once the run is over', async () => {
  const before = await log();
  const asked = world.asked.length;
  world.pass(31);
  await startWorker(world.http).run();
  const added = (await log()).slice(before.length);
  expect(added.length).toBeGreaterThan(1);
  expect(added).toHaveLength(world.asked.length - asked);
  expect(added.every(({ at }) => at === world.now())).toBe(true);
});

it('the log is also written in the middle of a long run', async () => {
  const before = (await log()).length;
  for (let i = 0; i < 19; i += 1) await note();
  expect(await log()).toHaveLength(before);
  await note();
  expect(await log()).toHaveLength(before + 20);
});

it('the log does not return after “Delete everything”', async () => {
  await note();
  await deleteEverything();
  await writeCheckLog(world.now());
  expect(await log()).toEqual([]);
});
