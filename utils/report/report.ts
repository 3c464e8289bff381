import type { ConditionChange, DayState } from '../accounts/history/condition-changes';
import { worstOfDays } from '../accounts/history/daily-status';
import { type Uptime, uptimeBetween, uptimeOfAll } from '../accounts/history/uptime';
import { withoutGaps } from '../accounts/history/watch-gaps';
import { compareNames } from '../text/compare-names';
import { changesAsRecorded, type HistoryByAccount } from '../view/account/account-past';
import type { AccountRow } from '../view/account/account-row';
import { type Interruption, interruptionsBetween } from './interruptions';
import type { Period } from './period';

/** One account in a report. */
export interface ReportedAccount {
  row: AccountRow;
  uptime: Uptime;
  /** Its worst state on each day of the period. */
  days: readonly DayState[];
}

/** One interruption, with its account. */
export interface ReportedInterruption extends Interruption {
  row: AccountRow;
  /** How many posts were at risk when it began, or are by now; absent where that isn't known. */
  postsAtRisk?: number;
}

/** How accounts were in a period. */
export interface Report {
  period: Period;
  accounts: readonly ReportedAccount[];
  /** The latest first. */
  interruptions: readonly ReportedInterruption[];
  uptime: Uptime;
  /** How many accounts are on each platform, by name. */
  platforms: ReadonlyMap<string, number>;
}

/**
 * The report on accounts. Time in which an account wasn't monitored counts neither as up nor as
 * down.
 *
 * @param now ms since the epoch
 */
export function reportOn(
  rows: readonly AccountRow[],
  history: HistoryByAccount,
  period: Period,
  now: number,
): Report {
  const { from, to, dayStarts } = period;
  const sorted = rows.toSorted(
    (a, b) => compareNames(a.client, b.client) || compareNames(a.label, b.label),
  );
  const accounts = sorted.map((row) => {
    const recorded = changesAsRecorded(row, history, now);
    const watched = withoutGaps(recorded, row.gaps);
    return {
      row,
      uptime: uptimeBetween(watched, from, to),
      days: worstOfDays(watched, dayStarts, to),
      interruptions: interruptionsOf(row, recorded, history, period, now),
    };
  });
  return {
    period,
    accounts,
    interruptions: accounts
      .flatMap(({ interruptions }) => interruptions)
      .sort((a, b) => b.began - a.began),
    uptime: uptimeOfAll(accounts.map(({ uptime }) => uptime)),
    platforms: new Map(
      [...Map.groupBy(sorted, ({ platformName }) => platformName)].map(([name, on]) => [
        name,
        on.length,
      ]),
    ),
  };
}

function interruptionsOf(
  row: AccountRow,
  changes: readonly ConditionChange[],
  history: HistoryByAccount,
  { from, to }: Period,
  now: number,
): ReportedInterruption[] {
  const events = history.events.get(row.key) ?? [];
  return interruptionsBetween(changes, from, to, row.gaps).map((one) => {
    const atBegin = events.find(({ at, since = at }) => since === one.began)?.postsAtRisk;
    const isGoingOn = one.ended === undefined && to === now;
    const postsAtRisk = (isGoingOn ? row.atRisk?.posts : undefined) ?? atBegin;
    return { ...one, row, ...(postsAtRisk !== undefined && { postsAtRisk }) };
  });
}
