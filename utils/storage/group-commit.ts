import type { Item } from './item';
import { startWriting, type Transaction } from './writing';

type Writing = ReturnType<typeof startWriting>;

interface Waiting {
  now: number;
  ahead: readonly Item<unknown>[];
  /** @returns what tells whoever waits, once all is saved */
  carryOut(writing: Writing): Promise<() => void>;
  fail(error: unknown): void;
}

const waiting: Waiting[] = [];

/**
 * A transaction that shares one read and one write with all others of its kind that wait for the
 * lock at the same time: else each check would wait until every one that ended before it is stored.
 * Each is still kept whole or not at all, but where the browser does not take the write, none of
 * them is kept. So it is for checks, which stay due, and not for what a person has asked for.
 *
 * @param now ms since the epoch
 * @param ahead what `work` reads
 * @throws as a transaction does
 */
export function groupCommit<T>(
  now: number,
  ahead: readonly Item<unknown>[],
  work: (tx: Transaction) => Promise<T>,
): Promise<T> {
  const { promise, resolve, reject } = Promise.withResolvers<T>();
  const carryOut = (writing: Writing) =>
    writing.carryOut(now, work).then(
      (result) => () => resolve(result),
      (error: unknown) => () => reject(error),
    );
  waiting.push({ now, ahead, carryOut, fail: reject });
  // Whoever came first has asked for the lock, for all.
  if (waiting.length === 1) {
    void navigator.locks.request('write', () => carryOutAll(waiting.splice(0)));
  }
  return promise;
}

async function carryOutAll(group: readonly Waiting[]): Promise<void> {
  try {
    const writing = startWriting();
    await writing.readAhead(group.flatMap(({ ahead }) => ahead));
    const settle: (() => void)[] = [];
    for (const { carryOut } of group) settle.push(await carryOut(writing));
    await writing.save(Math.max(...group.map(({ now }) => now)));
    for (const tell of settle) tell();
  } catch (error) {
    for (const { fail } of group) fail(error);
  }
}
