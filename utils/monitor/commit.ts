import type { Account, Listing } from '../accounts/account';
import type { AccountEvent } from '../accounts/event';
import { remember } from '../accounts/history';
import { type Target, targetId } from '../accounts/identity';
import { reconcile } from '../accounts/reconcile';
import { scheduledTimes } from '../accounts/stake';
import { noticesOf, whereOf } from '../alerts/notice';
import { post } from '../alerts/outbox';
import type { Result } from '../services/result';
import { type Settings, withChanges } from '../settings';
import {
  accountsItem,
  connectionStateItem,
  historyItem,
  outboxItem,
  policyItem,
  settingsItem,
  stakeItem,
  targetStateItem,
} from '../storage/items';
import type { Transaction } from '../storage/writing';
import { minuteMs } from '../time';
import { commitFailure } from './commit-failure';
import type { Connection } from './connection';
import { connectionAfterListing } from './connection-block';
import { missingElsewhere } from './missing-elsewhere';
import { phaseOf } from './next-check';
import { type CheckTimes, targetAfterFailure, targetAfterListing } from './target-after';
import { newTarget } from './target-state';
import { watchesPosts } from './watched';

export interface FinishedCheck extends CheckTimes {
  connection: Connection;
  target: Target;
  result: Result<Listing>;
  /** From 0 to below 1: the jitter of the next check. */
  random: number;
}

/** What every check reads; history, outbox and stake are read where something has changed. */
export function itemsOfCheck(connectionId: string, target: string) {
  return [
    settingsItem,
    policyItem,
    connectionStateItem(connectionId),
    targetStateItem(target),
    accountsItem(target),
  ] as const;
}

/** Puts all that follows from a check into one transaction: accounts, events, notices, next turn. */
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
    tx.put(targetStateItem(id), targetAfterFailure(state, result.error, check, plan));
    await commitFailure(tx, connection, result.error, now);
    return;
  }

  const { unreadable } = result.value;
  const reconciled = reconcile(target, accounts ?? undefined, result.value, now, {
    listedAt: state.goodAt,
    elsewhere: await missingElsewhere(tx, connection, target, accounts ?? []),
  });
  const { accounts: seen, events } = reconciled;
  const listed = { ...reconciled, unreadable };
  tx.put(targetStateItem(id), targetAfterListing(state, listed, check, plan));
  if (seen !== accounts) tx.put(accountsItem(id), [...seen]);
  if (events.length > 0) await commitEvents(tx, check, seen, events, settings);
  const goneMissing = seen.some(({ missingSince }) => missingSince === now);
  if (goneMissing && watchesPosts(connection, settings)) {
    const [stake] = await tx.get([stakeItem(connection.id)]);
    tx.put(stakeItem(connection.id), { ...stake, wantedAt: now });
  }
  if (connectionState.blocked !== undefined) {
    tx.put(
      connectionStateItem(connection.id),
      connectionAfterListing(connectionState, startedAt, now),
    );
  }
}

/** Remembers what has changed, and has it told as the user wants it. */
async function commitEvents(
  tx: Transaction,
  { connection, target, endedAt: now }: FinishedCheck,
  accounts: readonly Account[],
  events: readonly AccountEvent[],
  settings: Settings,
): Promise<void> {
  const [history, outbox, stake] = await tx.get([
    historyItem,
    outboxItem,
    stakeItem(connection.id),
  ]);
  tx.put(historyItem, remember(history, events, now));
  const where = whereOf(connection, target, scheduledTimes(stake));
  const notices = noticesOf(events, accounts, where, settings, now);
  if (notices.length > 0) tx.put(outboxItem, post(outbox, notices));
}
