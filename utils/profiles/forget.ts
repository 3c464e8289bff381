import { withClient } from '../accounts/client';
import { isOfConnection, type Target, targetId } from '../accounts/identity';
import { type Connection, targetsOf } from '../state/connection';
import {
  accountsItem,
  clientsItem,
  connectionStateItem,
  historyItem,
  pagingItem,
  postsItem,
  targetStateItem,
  watchGapsItem,
} from '../state/items';
import { unparsedAnswerItem } from '../state/session-items';
import type { Transaction } from '../storage/unit-of-work';

/**
 * Deletes everything known about connections, including history, but not the connections
 * themselves.
 */
export async function forgetKnown(
  tx: Transaction,
  connections: readonly Connection[],
): Promise<void> {
  const [clients, gaps] = await tx.get([clientsItem, watchGapsItem]);
  const isForgotten = (account: string) =>
    connections.some(({ id }) => isOfConnection(account, id));
  await tx.update(historyItem, (history) => history.filter(({ account }) => !isForgotten(account)));
  const gone = Object.keys(clients).filter(isForgotten);
  if (gone.length > 0) tx.put(clientsItem, withClient(clients, gone, null));
  const keptGaps = gaps.filter((gap) => connections.every(({ id }) => id !== gap.connection));
  if (keptGaps.length < gaps.length) tx.put(watchGapsItem, keptGaps);
  for (const connection of connections) {
    tx.remove(connectionStateItem(connection.id));
    tx.remove(postsItem(connection.id));
    tx.remove(pagingItem(connection.id));
    tx.remove(unparsedAnswerItem(connection.id));
    forgetTargets(tx, targetsOf(connection));
  }
}

/** Deletes the accounts of targets that are no longer monitored. */
export function forgetTargets(tx: Transaction, targets: readonly Target[]): void {
  for (const id of targets.map(targetId)) {
    tx.remove(accountsItem(id));
    tx.remove(targetStateItem(id));
  }
}
