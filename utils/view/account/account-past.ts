import {
  type ConditionChange,
  type CurrentCondition,
  conditionChanges,
  type DayState,
} from '../../accounts/history/condition-changes';
import { lastDays, worstOfDays } from '../../accounts/history/daily-status';
import type { AccountEvent } from '../../accounts/history/event';
import { historyEvents } from '../../accounts/history/history';
import { type Uptime, uptimeBetween } from '../../accounts/history/uptime';
import { withoutGaps } from '../../accounts/history/watch-gaps';
import type { Condition } from '../../accounts/trouble';
import type { AccountRow, DisplayStatus } from './account-row';

/** How many days the table and an account's details show, and how many a row of the popup. */
export const tableDays = 90;
const popupDays = 14;

/** The history by account, and since when (ms since the epoch) it is complete. */
export interface HistoryByAccount {
  events: ReadonlyMap<string, readonly AccountEvent[]>;
  completeSince: number;
}

/** Groups the history by account once, for all rows. */
export function historyByAccountOf(history: readonly AccountEvent[]): HistoryByAccount {
  const oldest = history.length < historyEvents ? undefined : history[0];
  return {
    events: Map.groupBy(history, ({ account }) => account),
    completeSince: oldest?.at ?? Number.NEGATIVE_INFINITY,
  };
}

/**
 * The worst state of an account on each day that starts at `dayStarts` (ms since the epoch).
 *
 * @param now ms since the epoch
 */
export function daysOf(
  row: AccountRow,
  history: HistoryByAccount,
  dayStarts: readonly number[],
  now: number,
): DayState[] {
  return worstOfDays(changesOf(row, history, now), dayStarts, Number.POSITIVE_INFINITY);
}

/** An account's uptime since `from`. Times are ms since the epoch. */
export function uptimeOf(
  row: AccountRow,
  history: HistoryByAccount,
  from: number,
  now: number,
): Uptime {
  return uptimeBetween(changesOf(row, history, now), from, now);
}

/**
 * When an account entered each state, oldest first; `absent` while nobody watched it.
 *
 * @param now ms since the epoch
 */
function changesOf(row: AccountRow, history: HistoryByAccount, now: number): ConditionChange[] {
  return withoutGaps(changesAsRecorded(row, history, now), row.gaps);
}

/** The same, as if each state had lasted until the next was seen. */
export function changesAsRecorded(
  row: AccountRow,
  history: HistoryByAccount,
  now: number,
): ConditionChange[] {
  const events = history.events.get(row.key) ?? [];
  return conditionChanges(currentConditionOf(row, history), events, now);
}

function currentConditionOf(
  { status, since, firstSeenAt }: AccountRow,
  { completeSince }: HistoryByAccount,
): CurrentCondition {
  const currentSince = since ?? firstSeenAt;
  // A full history has dropped its oldest events, but the account knows since when its state holds.
  const knownSince = Math.max(firstSeenAt, Math.min(currentSince, completeSince));
  return { firstSeenAt: knownSince, condition: conditionOf(status), since: currentSince };
}

/**
 * Returns the last days of each account for the popup's rows.
 *
 * @param now ms since the epoch
 */
export function popupPast(
  history: readonly AccountEvent[],
  now: number,
): (row: AccountRow) => readonly DayState[] {
  const historyByAccount = historyByAccountOf(history);
  const dayStarts = lastDays(popupDays, now);
  return (row) => daysOf(row, historyByAccount, dayStarts, now);
}

function conditionOf(status: DisplayStatus): Condition {
  return status === 'active' || status === 'connected' || status === 'not-checked'
    ? 'working'
    : status;
}
