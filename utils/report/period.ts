import { lastDays } from '../accounts/history/daily-status';

export const periodNames = ['7', '30', '90', 'this-month', 'last-month'] as const;
export type PeriodName = (typeof periodNames)[number];

/** What a report covers. Times are ms since the epoch. */
export interface Period {
  from: number;
  /** The end; `now` for a period that isn't over. */
  to: number;
  /** When each of its local calendar days began, oldest first. */
  dayStarts: readonly number[];
}

/** @param now ms since the epoch */
export function periodOf(name: PeriodName, now: number): Period {
  switch (name) {
    case '7':
    case '30':
    case '90':
      return periodFrom(lastDays(Number(name), now), now);
    case 'this-month':
      return periodFrom(lastDays(new Date(now).getDate(), now), now);
    case 'last-month': {
      const today = new Date(now);
      const end = new Date(today.getFullYear(), today.getMonth(), 1).getTime();
      return periodFrom(lastDays(new Date(end - 1).getDate(), end - 1), end);
    }
  }
}

function periodFrom(dayStarts: readonly number[], to: number): Period {
  return { from: dayStarts[0] ?? to, to, dayStarts };
}
