import { expect, it } from 'vitest';
import { targetStateItem } from '@/utils/state/items';
import { readSchedule } from '@/utils/state/read-state';
import { readItems } from '@/utils/storage/read-items';
import { transaction } from '@/utils/storage/transaction';
import { minute } from '../builders';
import { startCheckedWorld, startWorker } from '../monitor/world';
import { answering } from '../services/world';

it('rechecks of an account being reconnected stay until they are made', async () => {
  const world = await startCheckedWorld();
  const { connections } = await readSchedule(world.now());
  const target = connections.flatMap(({ targets }) => targets).at(-1);
  if (!target) throw new Error('There is no target');
  const account = `${target.id}/twitter:none`;
  const checksAt = [1, 2, 3].map((minutes) => world.now() + minutes * minute);
  const item = targetStateItem(target.id);
  const left = async () => (await readItems([item]))[0]?.reconnecting;
  await transaction(world.now(), async (tx) =>
    tx.put(item, { ...target.state, reconnecting: { account, checksAt } }),
  );
  world.pass(1);
  await startWorker(world.http).run();
  expect(await left()).toEqual({ account, checksAt: checksAt.slice(1) });
  world.pass(1);
  await startWorker({ ...world.http, fetch: answering('', { status: 500 }).fetch }).run();
  expect(await left()).toEqual({ account, checksAt: checksAt.slice(2) });
  world.pass(10);
  await startWorker(world.http).run();
  expect(await left()).toBeUndefined();
});
