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
      return periodFrom(daysOfMonth(new Date(now), now), now);
    case 'last-month': {
      const today = new Date(now);
      const end = new Date(today.getFullYear(), today.getMonth(), 1).getTime();
      return periodFrom(daysOfMonth(new Date(end - 1), end - 1), end);
    }
  }
}

function periodFrom(dayStarts: readonly number[], to: number): Period {
  return { from: dayStarts[0] ?? to, to, dayStarts };
}

/** The days of a moment's month that began by `until` (ms since the epoch). */
function daysOfMonth(moment: Date, until: number): number[] {
  const days: number[] = [];
  for (let day = 1; day <= 31; day += 1) {
    const start = new Date(moment.getFullYear(), moment.getMonth(), day);
    if (start.getMonth() !== moment.getMonth() || start.getTime() > until) break;
    days.push(start.getTime());
  }
  return days;
}
