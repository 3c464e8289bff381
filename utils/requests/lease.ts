import { countRead, readsUsed } from '../schedule/read-budget';
import { failure, type Result } from '../services/result';
import { connectionStateItem, connectionsItem } from '../state/items';
import { keptKeysItem, readKey, sessionKeysItem } from '../state/keys';
import { groupCommit } from '../storage/group-commit';

/** Leave to send one request for a connection. */
export interface Lease {
  /** `undefined` where it was kept only until the browser closed. */
  key: string | undefined;
  /** The revision of that key, to tell whether it is still the one when the answer comes. */
  keyRevision: number;
}

/**
 * The key, once the read is counted; nothing where the connection is gone, paused or has no read
 * left in this hour. A worker that is killed afterwards has counted a read too many at most.
 *
 * @param now ms since the epoch
 * @param keep reads of this hour that are for others
 */
export function takeLease(connectionId: string, now: number, keep = 0): Promise<Lease | undefined> {
  const stateItem = connectionStateItem(connectionId);
  const ahead = [connectionsItem, stateItem, keptKeysItem, sessionKeysItem];
  return groupCommit(now, ahead, async (tx) => {
    const [connections, state] = await tx.get([connectionsItem, stateItem]);
    const connection = connections.find(({ id }) => id === connectionId);
    if (!connection || connection.paused) return undefined;
    const reads = readsUsed({ connection, state }, now);
    if (reads && reads.used + keep >= reads.limit) return undefined;
    const key = await readKey(tx, connectionId);
    if (reads && key !== undefined) {
      tx.put(stateItem, countRead(state, now));
    }
    return { key, keyRevision: connection.keyRevision };
  });
}

/**
 * Carries out a request with a permit's key, where there is one.
 *
 * @param mayAsk whether the browser lets us reach the service's host
 * @returns what came of it; `no-permission` or `no-key` where nothing was sent
 */
export async function requestWith<T>(
  { key }: Pick<Lease, 'key'>,
  mayAsk: boolean,
  request: (key: string) => Promise<Result<T>>,
): Promise<Result<T>> {
  if (!mayAsk) return failure({ kind: 'no-permission' });
  return key === undefined ? failure({ kind: 'no-key' }) : request(key);
}
