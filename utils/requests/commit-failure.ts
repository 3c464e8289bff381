import { refusedNotice } from '../alerts/notice';
import { post } from '../alerts/outbox';
import { connectionAfterFailure } from '../schedule/connection-block';
import type { ServiceError } from '../services/result';
import type { Connection, ConnectionState } from '../state/connection';
import { connectionStateItem, outboxItem } from '../state/items';
import { settingsInForce } from '../state/read-state';
import type { Transaction } from '../storage/unit-of-work';

/**
 * Stores what a failed request means for its whole connection, with a notice where its key is newly
 * rejected.
 *
 * @param now ms since the epoch
 * @param changes further changes to the connection's state
 */
export async function commitFailure(
  tx: Transaction,
  connection: Connection,
  error: ServiceError,
  now: number,
  changes?: Partial<ConnectionState>,
): Promise<void> {
  const item = connectionStateItem(connection.id);
  const [before] = await tx.get([item]);
  const after = connectionAfterFailure(before, error, now);
  if (changes || after !== before) tx.put(item, { ...after, ...changes });
  if (error.kind !== 'refused' || before.refusedSince !== undefined) return;
  const { notify } = await settingsInForce(tx);
  if (!notify.refused) return;
  const [outbox] = await tx.get([outboxItem]);
  tx.put(outboxItem, post(outbox, [refusedNotice(connection, now)]));
}
