import type { Account } from '../accounts/account';
import type { AccountEvent } from '../accounts/history/event';
import { type Target, targetId } from '../accounts/identity';
import { type Connection, samePlaceElsewhere } from '../state/connection';
import { accountsItem, connectionsItem } from '../state/items';
import { newsAmong } from '../state/overlaps';
import type { Transaction } from '../storage/unit-of-work';

/**
 * Of the events of a target, those that are news: not what another active connection saw before.
 *
 * @param after the target's accounts, as they are about to be stored
 */
export async function readNews(
  tx: Transaction,
  connection: Connection,
  target: Target,
  events: readonly AccountEvent[],
  after: readonly Account[],
): Promise<readonly AccountEvent[]> {
  if (events.length === 0) return events;
  const [connections] = await tx.get([connectionsItem]);
  const elsewhere = samePlaceElsewhere(connections, connection, target)
    .filter((other) => !other.connection.paused)
    .map((other) => accountsItem(targetId(other.target)));
  if (elsewhere.length === 0) return events;
  // What this transaction puts is not read before it ends.
  const [before, ...others] = await tx.get([accountsItem(targetId(target)), ...elsewhere]);
  const known = others.flatMap((accounts) => accounts ?? []);
  return newsAmong(events, before ?? [], after, known);
}
