import type { DayState } from '../accounts/history/condition-changes';
import { worstOfDays } from '../accounts/history/daily-status';
import { type Uptime, uptimeBetween, uptimeOfAll } from '../accounts/history/uptime';
import { compareNames } from '../text/compare-names';
import { changesOf, type HistoryByAccount } from '../view/account/account-past';
import type { AccountRow } from '../view/account/account-row';
import { type Interruption, interruptionsBetween } from './interruptions';
import type { Period } from './period';

/** One account in a report. */
interface ReportedAccount {
  row: AccountRow;
  uptime: Uptime;
  /** Its worst state on each day of the period. */
  days: readonly DayState[];
}

/** One interruption, with its account. */
export interface ReportedInterruption extends Interruption {
  row: AccountRow;
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
    const changes = changesOf(row, history, now);
    return {
      row,
      uptime: uptimeBetween(changes, from, to),
      days: worstOfDays(changes, dayStarts, to),
      interruptions: interruptionsBetween(changes, from, to),
    };
  });
  return {
    period,
    accounts,
    interruptions: accounts
      .flatMap(({ row, interruptions }) => interruptions.map((one) => ({ ...one, row })))
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
