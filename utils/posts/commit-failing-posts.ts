import { applyFailingPosts } from '../accounts/failing-posts';
import type { AccountEvent } from '../accounts/history/event';
import { appendEvents } from '../accounts/history/history';
import { targetId } from '../accounts/identity';
import type { PostTimes } from '../accounts/posts-at-risk';
import { noticeContext, noticesOf, type WantedKinds } from '../alerts/notice';
import { queueNotices } from '../alerts/queue-notices';
import { readUnseenEvents } from '../alerts/unseen-events';
import { type Connection, targetsOf } from '../state/connection';
import {
  accountsItem,
  clientsItem,
  connectionsItem,
  historyItem,
  pagingItem,
  postsItem,
} from '../state/items';
import type { Notice } from '../state/outbox-schema';
import { settingsInForce } from '../state/read-state';
import type { Transaction } from '../storage/unit-of-work';

interface Evidence {
  failures: PostTimes;
  scheduledPosts: PostTimes;
}

/** Stores what posts say about a connection's accounts, with its events and notices. `now`: ms. */
export async function commitFailingPosts(
  tx: Transaction,
  connection: Connection,
  evidence: Evidence,
  now: number,
): Promise<void> {
  const { events, noticesFor } = await putFailingPosts(tx, [connection], evidence, now);
  await tx.update(historyItem, (history) => appendEvents(history, events, now));
  await queueNotices(tx, await settingsInForce(tx), noticesFor);
}

/**
 * Clears what failed posts said about accounts. The change is recorded but not notified.
 *
 * @param now ms since the epoch
 */
export async function withdrawFailingPosts(
  tx: Transaction,
  connections: readonly Connection[],
  now: number,
): Promise<void> {
  const nothing = { failures: new Map(), scheduledPosts: new Map() };
  const { events } = await putFailingPosts(tx, connections, nothing, now);
  await tx.update(historyItem, (history) => appendEvents(history, events, now));
}

/**
 * Deletes everything known about posts, and what it said about accounts. `now`: ms since the epoch.
 */
export async function forgetPosts(tx: Transaction, now: number): Promise<void> {
  const [connections] = await tx.get([connectionsItem]);
  for (const { id } of connections) {
    tx.remove(postsItem(id));
    tx.remove(pagingItem(id));
  }
  await withdrawFailingPosts(tx, connections, now);
}

/** Stores which accounts have failing posts. Returns the changes, and the notices that are wanted. */
async function putFailingPosts(
  tx: Transaction,
  connections: readonly Connection[],
  { failures, scheduledPosts }: Evidence,
  now: number,
): Promise<{ events: AccountEvent[]; noticesFor: (wanted: WantedKinds) => Notice[] }> {
  const [clients] = await tx.get([clientsItem]);
  const events: AccountEvent[] = [];
  const noticesOfTargets: ((wanted: WantedKinds) => Notice[])[] = [];
  for (const connection of connections) {
    for (const target of targetsOf(connection)) {
      const item = accountsItem(targetId(target));
      const [accounts] = await tx.get([item]);
      if (!accounts) continue;
      const after = applyFailingPosts(accounts, failures, now);
      if (after.accounts !== accounts) tx.put(item, after.accounts);
      const context = noticeContext(connection, target, scheduledPosts, clients);
      events.push(...after.events);
      const news = await readUnseenEvents(tx, connection, target, after.events, after.accounts);
      noticesOfTargets.push((wanted) => noticesOf(news, after.accounts, context, wanted, now));
    }
  }
  return {
    events,
    noticesFor: (wanted) => noticesOfTargets.flatMap((noticesFor) => noticesFor(wanted)),
  };
}
