import { refusedNotice } from '../alerts/notice';
import { queueNotices } from '../alerts/queue-notices';
import { confirmedError, connectionAfterFailure } from '../schedule/connection-block';
import type { ServiceError } from '../services/result';
import type { Connection, ConnectionState } from '../state/connection';
import { connectionStateItem } from '../state/items';
import { settingsInForce } from '../state/read-state';
import type { Transaction } from '../storage/unit-of-work';

/**
 * Stores what a failed request means for its whole connection, and queues a notice if its key was
 * just rejected.
 *
 * @param now ms since the epoch
 * @param changesFor further changes to the connection's state, given the error as it counts
 * @returns the error as it counts: a first rejection still has to be confirmed
 */
export async function commitFailure(
  tx: Transaction,
  connection: Connection,
  error: ServiceError,
  now: number,
  changesFor?: (counted: ServiceError) => Partial<ConnectionState>,
): Promise<ServiceError> {
  const item = connectionStateItem(connection.id);
  const [before] = await tx.get([item]);
  const after = connectionAfterFailure(before, error, now);
  const counted =
    error.kind === 'no-key' && before.keyLost
      ? { ...error, lostBy: before.keyLost.by }
      : confirmedError(error, after);
  const changes = changesFor?.(counted);
  if (changes || after !== before) tx.put(item, { ...after, ...changes });
  if (before.refusedSince === undefined && after.refusedSince !== undefined) {
    await queueNotices(tx, await settingsInForce(tx), ({ notify }) =>
      notify.refused ? [refusedNotice(connection, now)] : [],
    );
  }
  return counted;
}
