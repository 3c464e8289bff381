import type { Item } from './item';
import { startUnitOfWork, type Transaction, type UnitOfWork } from './unit-of-work';

interface Waiting {
  now: number;
  itemsToRead: readonly Item<unknown>[];
  /** @returns a function that resolves the caller's promise, once all is saved */
  carryOut(writing: UnitOfWork): Promise<() => void>;
  fail(error: unknown): void;
}

const waiting: Waiting[] = [];

/**
 * A transaction that shares one read and one write with all others that wait for the lock at the
 * same time; without it, each check would wait for every earlier one to be stored. Each is kept
 * completely or not at all, but if the browser rejects the write, none of them is. So use it for
 * checks, which stay due, and not for what a person asked for.
 *
 * @param now ms since the epoch
 * @param itemsToRead what `work` reads
 * @throws as a transaction does
 */
export function groupCommit<T>(
  now: number,
  itemsToRead: readonly Item<unknown>[],
  work: (tx: Transaction) => Promise<T>,
): Promise<T> {
  const { promise, resolve, reject } = Promise.withResolvers<T>();
  const carryOut = (writing: UnitOfWork) =>
    writing.carryOut(now, work).then(
      (result) => () => resolve(result),
      (error: unknown) => () => reject(error),
    );
  waiting.push({ now, itemsToRead, carryOut, fail: reject });
  // The first waiter requests the lock for the whole group.
  if (waiting.length === 1) {
    void navigator.locks.request('write', () => carryOutAll(waiting.splice(0)));
  }
  return promise;
}

async function carryOutAll(group: readonly Waiting[]): Promise<void> {
  try {
    const writing = startUnitOfWork();
    await writing.readAhead(group.flatMap(({ itemsToRead }) => itemsToRead));
    const resolveCallers: (() => void)[] = [];
    for (const { carryOut } of group) resolveCallers.push(await carryOut(writing));
    await writing.save(Math.max(...group.map(({ now }) => now)));
    for (const resolveCaller of resolveCallers) resolveCaller();
  } catch (error) {
    for (const { fail } of group) fail(error);
  }
}
