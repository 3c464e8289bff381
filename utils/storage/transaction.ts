import { startUnitOfWork, type Transaction } from './unit-of-work';

/**
 * The way to write. Transactions run one at a time, and all writes of one to a storage area are a
 * single call, which both browsers carry out completely or not at all. A killed worker releases its
 * lock: https://w3c.github.io/web-locks/#agent-integration
 *
 * Removals go first, in a call of their own: a connection without accounts fetches them again, but
 * accounts without their connection would stay forever.
 *
 * @param now ms since the epoch
 * @throws what `work` throws, with nothing written; or the browser's error where it rejects the
 * write, which is also remembered (write.ts)
 */
export function transaction<T>(now: number, work: (tx: Transaction) => Promise<T>): Promise<T> {
  return navigator.locks.request('write', async () => {
    const writing = startUnitOfWork();
    const result = await writing.carryOut(now, work);
    await writing.save(now);
    return result;
  });
}
