import { troubles } from '../trouble';
import type { ConditionChange, DayState } from './condition-changes';

/**
 * An account's worst state on each day, computed from its changes.
 *
 * @param dayStarts when the days begin (ms since the epoch), oldest first
 * @param to when the last day ends (ms since the epoch)
 */
export function worstOfDays(
  changes: readonly ConditionChange[],
  dayStarts: readonly number[],
  to: number,
): DayState[] {
  let index = 0;
  let state: DayState = 'absent';
  return dayStarts.map((start, i) => {
    const end = dayStarts[i + 1] ?? to;
    let worst: DayState = 'absent';
    for (let change = changes[index]; change && change.at < end; change = changes[index]) {
      // Ignore a condition that ended before the day or as it began.
      if (change.at > start) worst = worse(worst, state);
      state = change.state;
      index += 1;
    }
    return worse(worst, state);
  });
}

/**
 * The starts of the last `count` local calendar days, oldest first; the last is today.
 *
 * @param now ms since the epoch
 */
export function lastDays(count: number, now: number): number[] {
  const today = new Date(now);
  // Count by the calendar: a day with a clock change has 23 or 25 hours.
  return Array.from({ length: count }, (_, i) =>
    new Date(today.getFullYear(), today.getMonth(), today.getDate() - (count - 1 - i)).getTime(),
  );
}

/** Consecutive days in the same state; `from` and `to` are their first day's and the next one's index. */
export interface Run {
  state: DayState;
  from: number;
  to: number;
}

/** Merges neighbouring days in the same state. */
export function runsOf(days: readonly DayState[]): Run[] {
  const runs: Run[] = [];
  for (const [i, state] of days.entries()) {
    const last = runs.at(-1);
    if (last?.state === state) last.to = i + 1;
    else runs.push({ state, from: i, to: i + 1 });
  }
  return runs;
}

/** Worst first. */
const severity: readonly DayState[] = [...troubles, 'working', 'absent'];

function worse(a: DayState, b: DayState): DayState {
  return severity.indexOf(a) <= severity.indexOf(b) ? a : b;
}
