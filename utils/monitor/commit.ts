import type { Listing } from '../accounts/account';
import { remember } from '../accounts/history';
import { type Target, targetId } from '../accounts/identity';
import { reconcile } from '../accounts/reconcile';
import { scheduledTimes } from '../accounts/stake';
import { noticesOf, refusedNotice } from '../alerts/notice';
import { post } from '../alerts/outbox';
import type { Result } from '../services/result';
import { withChanges } from '../settings';
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
import type { Connection } from './connection';
import { connectionAfterFailure, connectionAfterListing } from './connection-block';
import { afterFailure, afterListing, isOurs } from './next-check';
import { stillReconnecting } from './reconnecting';
import { newTarget } from './target-state';
import { watchesPosts } from './watched';

export interface FinishedCheck {
  connection: Connection;
  target: Target;
  /** ms since the epoch, both */
  startedAt: number;
  endedAt: number;
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
    intervalMs: settings.checkEveryMinutes * 60_000,
    phase: phaseOf(connection, target),
    random: check.random,
  };
  const last = { at: startedAt, tookMs: Math.max(0, now - startedAt) };

  if (!result.ok) {
    const { error } = result;
    const { reconnecting: before, ...known } = state;
    const reconnecting = stillReconnecting(before, [], startedAt);
    tx.put(targetStateItem(id), {
      ...known,
      ...(reconnecting && { reconnecting }),
      nextCheckAt: afterFailure(state, error, now, plan),
      failures: isOurs(error) ? state.failures : state.failures + 1,
      last: { ...last, error },
    });
    const next = connectionAfterFailure(connectionState, error, now);
    if (next !== connectionState) tx.put(connectionStateItem(connection.id), next);
    const newlyRefused = error.kind === 'refused' && connectionState.refusedSince === undefined;
    if (newlyRefused && settings.notify.refused) {
      const [outbox] = await tx.get([outboxItem]);
      tx.put(outboxItem, post(outbox, [refusedNotice(connection, now)]));
    }
    return;
  }

  const listing = result.value;
  const reconciled = reconcile(target, accounts ?? undefined, listing, now);
  const { accounts: seen, events } = reconciled;
  const reconnecting = stillReconnecting(state.reconnecting, seen, startedAt);
  tx.put(targetStateItem(id), {
    nextCheckAt: afterListing(state, reconciled.lookAgainAt, now, plan),
    failures: 0,
    last,
    goodAt: now,
    unreadable: listing.unreadable.ids.length + listing.unreadable.unidentified,
    ...(reconnecting && { reconnecting }),
  });
  if (seen !== accounts) tx.put(accountsItem(id), [...seen]);
  if (events.length > 0) {
    const [history, outbox, stake] = await tx.get([
      historyItem,
      outboxItem,
      stakeItem(connection.id),
    ]);
    tx.put(historyItem, remember(history, events, now));
    const profileName = connection.profiles.find(({ id }) => id === target.profileId)?.name;
    const where = { connection, profileName, atStake: scheduledTimes(stake) };
    const notices = noticesOf(events, seen, where, settings, now);
    if (notices.length > 0) tx.put(outboxItem, post(outbox, notices));
  }
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

/** Where in the interval a target of this connection has its place: above 0, at most 1. */
export function phaseOf(connection: Connection, { profileId }: Target): number {
  const place = connection.profiles.findIndex(({ id }) => id === profileId);
  return place < 0 ? 1 : (place + 1) / connection.profiles.length;
}
