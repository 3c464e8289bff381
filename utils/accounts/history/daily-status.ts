import { type Condition, troubles } from '../attention';
import type { AccountEvent } from './event';

/** An account's state on one day. `absent`: not monitored, or nothing is known. */
export type DayState = Condition | 'absent';

/** An account's current condition and since when. Times are ms since the epoch. */
export interface CurrentCondition {
  firstSeenAt: number;
  condition: Condition;
  since: number;
}

/**
 * The worst condition of an account on each day, as far as its events tell.
 *
 * @param events the account's own, in any order
 * @param dayStarts when the days begin (ms since the epoch, oldest first); the last is today
 * @param now ms since the epoch
 */
export function worstByDay(
  current: CurrentCondition,
  events: readonly AccountEvent[],
  dayStarts: readonly number[],
  now: number,
): DayState[] {
  const changes = changesOf(current, events, now);
  let index = 0;
  let state: DayState = 'absent';
  return dayStarts.map((start, i) => {
    const end = dayStarts[i + 1] ?? Number.POSITIVE_INFINITY;
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

/** Consecutive days in the same state. */
export interface Run {
  state: DayState;
  days: number;
}

/** Merges neighbouring days in the same state. */
export function runsOf(days: readonly DayState[]): Run[] {
  const runs: Run[] = [];
  for (const state of days) {
    const last = runs.at(-1);
    if (last?.state === state) last.days += 1;
    else runs.push({ state, days: 1 });
  }
  return runs;
}

interface Change {
  at: number;
  state: DayState;
}

/** When an account entered each state, oldest first, up to `now` (ms). */
function changesOf(
  { firstSeenAt, condition, since }: CurrentCondition,
  events: readonly AccountEvent[],
  now: number,
): Change[] {
  // A time in the future means the clock was set back.
  const seenAt = Math.min(firstSeenAt, now);
  const standsSince = Math.max(seenAt, Math.min(since, now));
  const later = events.filter(({ at }) => at > seenAt).sort((a, b) => a.at - b.at);
  const [first] = later;
  const changes = [
    ...(first ? [{ at: seenAt, state: stateOf(first.from) }] : []),
    ...later.filter(({ at }) => at < standsSince).map(({ at, to }) => ({ at, state: stateOf(to) })),
    { at: standsSince, state: condition },
  ];
  return changes.filter(({ at }, i) => changes[i + 1]?.at !== at);
}

function stateOf(condition: AccountEvent['to']): DayState {
  return condition === 'retired' ? 'absent' : condition;
}

/** Worst first. */
const severity: readonly DayState[] = [...troubles, 'working', 'absent'];

function worse(a: DayState, b: DayState): DayState {
  return severity.indexOf(a) <= severity.indexOf(b) ? a : b;
}
