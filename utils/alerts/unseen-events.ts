import type { Account } from '../accounts/account';
import { settledEvents } from '../accounts/flapping';
import type { AccountEvent } from '../accounts/history/event';
import { identityInTarget, type Target, targetId } from '../accounts/identity';
import { type Connection, sameTargetElsewhere } from '../state/connection';
import { accountsItem, connectionsItem } from '../state/items';
import { eventsNotSeenElsewhere } from '../state/overlaps';
import type { Transaction } from '../storage/unit-of-work';

/**
 * The events that no other active connection has recorded yet. Only these are notified.
 *
 * @param after the target's accounts, as they are about to be stored
 */
export async function readUnseenEvents(
  tx: Transaction,
  connection: Connection,
  target: Target,
  events: readonly AccountEvent[],
  after: readonly Account[],
): Promise<readonly AccountEvent[]> {
  if (events.length === 0) return events;
  const elsewhere = await readElsewhere(tx, connection, target);
  // Reads inside a transaction don't see its own writes, so this is the state before.
  const [before] = await tx.get([accountsItem(targetId(target))]);
  return eventsNotSeenElsewhere(events, before ?? [], after, elsewhere);
}

/**
 * Events for accounts that have just stopped flapping, unless another active connection saw that
 * first.
 *
 * @param before the target's accounts as they are stored
 * @param after the same, as they are about to be stored
 * @param now ms since the epoch
 */
export async function readSettledEvents(
  tx: Transaction,
  connection: Connection,
  target: Target,
  { before, after }: Record<'before' | 'after', readonly Account[]>,
  now: number,
): Promise<readonly AccountEvent[]> {
  const events = settledEvents(before, after, now);
  if (events.length === 0) return events;
  const elsewhere = await readElsewhere(tx, connection, target);
  const steadyElsewhere = new Set(
    elsewhere.filter(({ flapping }) => flapping?.silencedAt === undefined).map(identityInTarget),
  );
  const known = new Set(
    after.filter((account) => steadyElsewhere.has(identityInTarget(account))).map(({ key }) => key),
  );
  return events.filter(({ account }) => !known.has(account));
}

/** What other active connections store for the same profile, or the same SchedPilot accounts. */
async function readElsewhere(
  tx: Transaction,
  connection: Connection,
  target: Target,
): Promise<Account[]> {
  const [connections] = await tx.get([connectionsItem]);
  const items = sameTargetElsewhere(connections, connection, target)
    .filter((other) => !other.connection.paused)
    .map((other) => accountsItem(targetId(other.target)));
  const lists = await tx.get(items);
  return lists.flatMap((accounts) => accounts ?? []);
}
