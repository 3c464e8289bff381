import { forgetKnown } from '../profiles/forget';
import { checkNowBlockedUntil } from '../schedule/due';
import { forgetKey } from '../state/api-keys';
import { connectionStateItem, connectionsItem } from '../state/items';
import { readSchedule } from '../state/read-state';
import { writeFailureItem } from '../storage/health';
import { transaction } from '../storage/transaction';
import type { CheckNowReply, Commands } from './messages';

/** Pauses or resumes a connection's checks. Its accounts stay stored. */
export function pauseConnection(
  now: number,
  { connectionId, paused }: Commands['pauseConnection'],
): Promise<void> {
  return transaction(now, (tx) =>
    tx.update(connectionsItem, (connections) =>
      connections.map((one) => (one.id === connectionId ? { ...one, paused } : one)),
    ),
  );
}

/**
 * Removes a connection with its key, its accounts and their history. One set by policy can't be
 * removed here.
 */
export function removeConnection(
  now: number,
  { connectionId }: Commands['removeConnection'],
): Promise<void> {
  return transaction(now, async (tx) => {
    const [connections] = await tx.get([connectionsItem]);
    const connection = connections.find(({ id }) => id === connectionId);
    if (!connection || connection.managed) return;
    await forgetKey(tx, connectionId);
    tx.put(
      connectionsItem,
      connections.filter((other) => other !== connection),
    );
    await forgetKnown(tx, [connection]);
  });
}

/**
 * Marks connections for "Check now"; the monitor does the checks. A connection at its rate limit is
 * left alone.
 */
export function checkNow(
  now: number,
  { connectionId }: Commands['checkNow'],
): Promise<CheckNowReply> {
  return transaction(now, async (tx) => {
    const { connections } = await readSchedule(now);
    const wanted = connections.filter(
      ({ connection }) =>
        !connection.paused && (connectionId === undefined || connection.id === connectionId),
    );
    // After a failed write, "Check now" also means trying to write again, even with nothing to
    // check.
    const [cannotSave, stored] = await tx.get([writeFailureItem, connectionsItem]);
    if (cannotSave) tx.put(connectionsItem, stored);
    if (wanted.length === 0) return { kind: 'nothing-to-check' };
    const waits: number[] = [];
    for (const monitored of wanted) {
      const { connection, state } = monitored;
      const until = checkNowBlockedUntil(monitored, now);
      if (until !== undefined) waits.push(until);
      else tx.put(connectionStateItem(connection.id), { ...state, askedAt: now });
    }
    return waits.length === wanted.length
      ? { kind: 'waiting', until: Math.min(...waits) }
      : { kind: 'started' };
  });
}
