import type { AccountEvent } from '../accounts/event';
import { judgeByPosts } from '../accounts/evidence';
import { remember } from '../accounts/history';
import { targetId } from '../accounts/identity';
import type { TimesByAccount } from '../accounts/stake';
import { type Notice, noticesOf, whereOf } from '../alerts/notice';
import { post } from '../alerts/outbox';
import { services } from '../services/registry';
import {
  accountsItem,
  connectionsItem,
  historyItem,
  outboxItem,
  readingItem,
  stakeItem,
} from '../storage/items';
import { settingsInForce } from '../storage/settings';
import type { Transaction } from '../storage/writing';
import { type Connection, targetsOf } from './connection';

interface Evidence {
  failures: TimesByAccount;
  atStake: TimesByAccount;
}

/** Puts what posts say of a connection's accounts, with what follows from it. `now`: ms. */
export async function commitEvidence(
  tx: Transaction,
  connection: Connection,
  evidence: Evidence,
  now: number,
): Promise<void> {
  const { events, notices } = await judge(tx, [connection], evidence, now);
  const [history, outbox] = await tx.get([historyItem, outboxItem]);
  if (events.length > 0) tx.put(historyItem, remember(history, events, now));
  if (notices.length > 0) tx.put(outboxItem, post(outbox, notices));
}

/**
 * Lets no post speak against an account any more: remembered as a change, but no news to tell.
 *
 * @param now ms since the epoch
 */
export async function withdrawEvidence(
  tx: Transaction,
  connections: readonly Connection[],
  now: number,
): Promise<void> {
  const { events } = await judge(tx, connections, { failures: new Map(), atStake: new Map() }, now);
  const [history] = await tx.get([historyItem]);
  if (events.length > 0) tx.put(historyItem, remember(history, events, now));
}

/** Forgets all that is known of posts, with what it said of accounts. `now`: ms since the epoch. */
export async function forgetPosts(tx: Transaction, now: number): Promise<void> {
  const [connections] = await tx.get([connectionsItem]);
  for (const { id } of connections) {
    tx.remove(stakeItem(id));
    tx.remove(readingItem(id));
  }
  await withdrawEvidence(tx, connections, now);
}

async function judge(
  tx: Transaction,
  connections: readonly Connection[],
  { failures, atStake }: Evidence,
  now: number,
): Promise<{ events: AccountEvent[]; notices: Notice[] }> {
  const settings = await settingsInForce(tx);
  const events: AccountEvent[] = [];
  const notices: Notice[] = [];
  for (const connection of connections) {
    for (const target of targetsOf(connection, services[connection.service].hasProfiles)) {
      const item = accountsItem(targetId(target));
      const [accounts] = await tx.get([item]);
      if (!accounts) continue;
      const judged = judgeByPosts(accounts, failures, now);
      if (judged.accounts !== accounts) tx.put(item, [...judged.accounts]);
      const where = whereOf(connection, target, atStake);
      events.push(...judged.events);
      notices.push(...noticesOf(judged.events, judged.accounts, where, settings, now));
    }
  }
  return { events, notices };
}
