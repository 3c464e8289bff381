import { applyFailingPosts } from '../accounts/failing-posts';
import type { AccountEvent } from '../accounts/history/event';
import { appendEvents } from '../accounts/history/history';
import { targetId } from '../accounts/identity';
import type { PostTimes } from '../accounts/posts-at-risk';
import { noticesOf, whereOf } from '../alerts/notice';
import { enqueue } from '../alerts/outbox';
import { readUnseenEvents } from '../alerts/unseen-events';
import { services } from '../services/registry';
import { type Connection, targetsOf } from '../state/connection';
import {
  accountsItem,
  clientsItem,
  connectionsItem,
  historyItem,
  outboxItem,
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
  const { events, notices } = await judge(tx, [connection], evidence, now);
  const [history, outbox] = await tx.get([historyItem, outboxItem]);
  if (events.length > 0) tx.put(historyItem, appendEvents(history, events, now));
  if (notices.length > 0) tx.put(outboxItem, enqueue(outbox, notices));
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
  const { events } = await judge(
    tx,
    connections,
    { failures: new Map(), scheduledPosts: new Map() },
    now,
  );
  const [history] = await tx.get([historyItem]);
  if (events.length > 0) tx.put(historyItem, appendEvents(history, events, now));
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

async function judge(
  tx: Transaction,
  connections: readonly Connection[],
  { failures, scheduledPosts }: Evidence,
  now: number,
): Promise<{ events: AccountEvent[]; notices: Notice[] }> {
  const settings = await settingsInForce(tx);
  const [clients] = await tx.get([clientsItem]);
  const events: AccountEvent[] = [];
  const notices: Notice[] = [];
  for (const connection of connections) {
    for (const target of targetsOf(connection, services[connection.service].hasProfiles)) {
      const item = accountsItem(targetId(target));
      const [accounts] = await tx.get([item]);
      if (!accounts) continue;
      const judged = applyFailingPosts(accounts, failures, now);
      if (judged.accounts !== accounts) tx.put(item, [...judged.accounts]);
      const where = whereOf(connection, target, scheduledPosts, clients);
      events.push(...judged.events);
      const news = await readUnseenEvents(tx, connection, target, judged.events, judged.accounts);
      notices.push(...noticesOf(news, judged.accounts, where, settings, now));
    }
  }
  return { events, notices };
}
