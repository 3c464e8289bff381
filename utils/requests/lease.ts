import { countRead, readsUsed } from '../schedule/read-budget';
import { failure, type Result } from '../services/result';
import { keptKeysItem, readKey, sessionKeysItem } from '../state/api-keys';
import { connectionStateItem, connectionsItem } from '../state/items';
import { unparsedAnswerItem } from '../state/session-items';
import { groupCommit } from '../storage/group-commit';

/** Permission to send one request for a connection. */
export interface Lease {
  connectionId: string;
  /** When it was taken (ms since the epoch). */
  at: number;
  /** `undefined` if it was kept only until the browser closed. */
  key: string | undefined;
  /** The key's revision, to notice a new key by the time the answer comes. */
  keyRevision: number;
}

/**
 * Counts a read and returns the key for it; `undefined` if the connection is gone, paused, or has
 * no read left this hour. A worker killed afterwards counted at most one read too many.
 *
 * @param now ms since the epoch
 * @param keep reads of this hour to leave for others
 */
export function takeLease(connectionId: string, now: number, keep = 0): Promise<Lease | undefined> {
  const stateItem = connectionStateItem(connectionId);
  const itemsToRead = [connectionsItem, stateItem, keptKeysItem, sessionKeysItem];
  return groupCommit(now, itemsToRead, async (tx) => {
    const [connections, state] = await tx.get([connectionsItem, stateItem]);
    const connection = connections.find(({ id }) => id === connectionId);
    if (!connection || connection.paused) return undefined;
    const reads = readsUsed({ connection, state }, now);
    if (reads && reads.used + keep >= reads.limit) return undefined;
    const key = await readKey(tx, connectionId);
    if (reads && key !== undefined) tx.put(stateItem, countRead(state, now));
    return { connectionId, at: now, key, keyRevision: connection.keyRevision };
  });
}

/**
 * Sends a request with a lease's key, and keeps the answer's shape if not all of it can be read.
 *
 * @param hasHostAccess whether host access is granted
 * @returns the result; `no-permission` or `no-key` if nothing was sent
 */
export async function requestWith<T>(
  { connectionId, at, key }: Omit<Lease, 'keyRevision'>,
  hasHostAccess: boolean,
  request: (key: string) => Promise<Result<T>>,
): Promise<Result<T>> {
  if (!hasHostAccess) return failure({ kind: 'no-permission' });
  if (key === undefined) return failure({ kind: 'no-key' });
  const result = await request(key);
  if (result.shape !== undefined) await keepShape(connectionId, result.shape, at);
  return result;
}

/** Writes only if the shape changed. */
async function keepShape(connectionId: string, shape: string, now: number): Promise<void> {
  const itemsToRead = [connectionsItem, unparsedAnswerItem(connectionId)] as const;
  await groupCommit(now, itemsToRead, async (tx) => {
    const [connections, kept] = await tx.get(itemsToRead);
    // It may have been removed during the request.
    const isKnown = connections.some(({ id }) => id === connectionId);
    if (isKnown && kept !== shape) tx.put(itemsToRead[1], shape);
  });
}
