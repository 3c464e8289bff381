import type { Account, Listing } from '../accounts/account';
import type { AccountEvent } from '../accounts/history/event';
import { appendEvents } from '../accounts/history/history';
import { type Target, targetId } from '../accounts/identity';
import { scheduledTimes, withPostsAtRisk } from '../accounts/posts-at-risk';
import { reconcile } from '../accounts/reconcile';
import { noticeContext, noticesOf } from '../alerts/notice';
import { queueNotices } from '../alerts/queue-notices';
import { readSettledEvents, readUnseenEvents } from '../alerts/unseen-events';
import { commitFailure } from '../requests/commit-failure';
import { type CheckTimes, targetAfterFailure, targetAfterListing } from '../schedule/after-check';
import { connectionAfterListing } from '../schedule/connection-block';
import { phaseOf } from '../schedule/next-check';
import type { Result } from '../services/result';
import { watchesPosts } from '../state/app-state';
import type { Connection } from '../state/connection';
import {
  accountsItem,
  clientsItem,
  connectionStateItem,
  historyItem,
  policyItem,
  postsItem,
  settingsItem,
  targetStateItem,
} from '../state/items';
import { type Settings, withChanges } from '../state/settings';
import { newTarget } from '../state/target-state';
import type { Transaction } from '../storage/unit-of-work';
import { minuteMs } from '../time';
import { missingElsewhere } from './missing-elsewhere';
import { recordGap } from './record-gap';

export interface FinishedCheck extends CheckTimes {
  connection: Connection;
  target: Target;
  result: Result<Listing>;
  /** From 0 to below 1: jitter for the next check. */
  random: number;
}

/** The items every check reads. History, outbox and posts are read only after a change. */
export function itemsOfCheck(connectionId: string, target: string) {
  return [
    settingsItem,
    policyItem,
    connectionStateItem(connectionId),
    targetStateItem(target),
    accountsItem(target),
  ] as const;
}

/**
 * Stores everything that follows from a check in one transaction: accounts, events, notices and the
 * next check.
 */
export async function commitCheck(tx: Transaction, check: FinishedCheck): Promise<void> {
  const { connection, target, startedAt, endedAt: now, result } = check;
  const id = targetId(target);
  const [own, policy, connectionState, stored, accounts] = await tx.get(
    itemsOfCheck(connection.id, id),
  );
  const settings = withChanges(own, policy.settings);
  const state = stored ?? newTarget(now);
  const plan = {
    intervalMs: settings.checkEveryMinutes * minuteMs,
    phase: phaseOf(connection, target),
    random: check.random,
  };
  if (!result.ok) {
    const error = await commitFailure(tx, connection, result.error, now);
    tx.put(targetStateItem(id), targetAfterFailure(state, error, check, plan));
    return;
  }

  const { unreadable } = result.value;
  const reconciled = reconcile(target, accounts ?? undefined, result.value, now, {
    listedAt: state.listedAt,
    elsewhere: await missingElsewhere(tx, connection, target, accounts ?? []),
  });
  const { accounts: seen, events } = reconciled;
  const listed = { ...reconciled, unreadable };
  await recordGap(tx, connection, target, state.listedAt, settings, now);
  tx.put(targetStateItem(id), targetAfterListing(state, listed, check, plan));
  if (seen !== accounts) tx.put(accountsItem(id), seen);
  const change = { before: accounts ?? [], after: seen };
  const settled = await readSettledEvents(tx, connection, target, change, now);
  if (events.length + settled.length > 0) {
    await commitEvents(tx, check, seen, { events, settled }, settings);
  }
  const goneMissing = seen.some(({ missingSince }) => missingSince === now);
  if (goneMissing && watchesPosts(connection, settings)) {
    await tx.update(postsItem(connection.id), (posts) => ({ ...posts, wantedAt: now }));
  }
  if (connectionState.blocked !== undefined) {
    tx.put(
      connectionStateItem(connection.id),
      connectionAfterListing(connectionState, startedAt, now),
    );
  }
}

/** Records changes, and queues the notices of those and of accounts that stopped flapping. */
async function commitEvents(
  tx: Transaction,
  { connection, target, endedAt: now }: FinishedCheck,
  accounts: readonly Account[],
  { events, settled }: Record<'events' | 'settled', readonly AccountEvent[]>,
  settings: Settings,
): Promise<void> {
  const [clients, posts] = await tx.get([clientsItem, postsItem(connection.id)]);
  const scheduled = scheduledTimes(posts.scheduled);
  const recorded = withPostsAtRisk(events, accounts, scheduled, now);
  await tx.update(historyItem, (history) => appendEvents(history, recorded, now));
  const context = noticeContext(connection, target, scheduled, clients);
  const news = await readUnseenEvents(tx, connection, target, events, accounts);
  await queueNotices(tx, settings, (wanted) =>
    noticesOf([...news, ...settled], accounts, context, wanted, now),
  );
}
