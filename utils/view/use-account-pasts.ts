import { useMemo } from 'preact/hooks';
import type { DayState } from '../accounts/history/condition-changes';
import { lastDays } from '../accounts/history/daily-status';
import type { AccountEvent } from '../accounts/history/event';
import type { Uptime } from '../accounts/history/uptime';
import { startOfDay } from '../text/relative-time';
import { daysOf, historyByAccountOf, tableDays, uptimeOf } from './account/account-past';
import type { AccountRow } from './account/account-row';

/** What is known of every account's past. */
export interface AccountPasts {
  /** An account's worst state on each day. */
  daysOf: (row: AccountRow) => readonly DayState[];
  uptimeOf: (row: AccountRow) => Uptime;
  /** When each day began (ms since the epoch). */
  dayStarts: readonly number[];
}

/**
 * The last 90 days of every account, computed when they are asked for; `undefined` until the history
 * is read. Memoized, because 10,000 accounts may have 5,000 events.
 *
 * @param now ms since the epoch
 */
export function useAccountPasts(
  history: readonly AccountEvent[] | undefined,
  now: number,
): AccountPasts | undefined {
  const today = startOfDay(now);
  const dayStarts = useMemo(() => lastDays(tableDays, today), [today]);
  const byAccount = useMemo(() => history && historyByAccountOf(history), [history]);
  return useMemo(() => {
    if (!byAccount) return undefined;
    const from = dayStarts[0] ?? now;
    return {
      dayStarts,
      daysOf: (row) => daysOf(row, byAccount, dayStarts, now),
      uptimeOf: (row) => uptimeOf(row, byAccount, from, now),
    };
  }, [byAccount, dayStarts, now]);
}
