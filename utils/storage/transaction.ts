import { startUnitOfWork, type Transaction } from './unit-of-work';

/**
 * The way to write. Transactions run one after another, and what one puts in a storage area is
 * written by one call, which both browsers carry out whole or not at all. A worker that is killed
 * lets go of its lock: https://w3c.github.io/web-locks/#agent-integration
 *
 * What is removed goes first, in a call of its own: a connection that lost its accounts finds
 * them again, but accounts that lost their connection would stay for ever.
 *
 * @param now ms since the epoch
 * @throws what `work` throws, with nothing written; or what the browser throws where it does not
 * take the write, which is remembered and told (write.ts)
 */
export function transaction<T>(now: number, work: (tx: Transaction) => Promise<T>): Promise<T> {
  return navigator.locks.request('write', async () => {
    const writing = startUnitOfWork();
    const result = await writing.carryOut(now, work);
    await writing.save(now);
    return result;
  });
}
