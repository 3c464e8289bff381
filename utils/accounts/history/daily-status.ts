import { type Condition, troubles } from '../attention';
import type { AccountEvent } from './event';

/** What a day was like for an account; `absent`: it was not watched, or nothing is known of it. */
export type DayState = Condition | 'absent';

/** Where an account stands, and since when; times are ms since the epoch. */
export interface Standing {
  firstSeenAt: number;
  condition: Condition;
  since: number;
}

/**
 * The worst that an account went through on each day, as far as its events tell.
 *
 * @param events the account's own, in any order
 * @param dayStarts when the days begin (ms since the epoch, the oldest first); the last one is today
 * @param now ms since the epoch
 */
export function worstByDay(
  standing: Standing,
  events: readonly AccountEvent[],
  dayStarts: readonly number[],
  now: number,
): DayState[] {
  const course = courseOf(standing, events, now);
  let place = 0;
  let state: DayState = 'absent';
  return dayStarts.map((start, i) => {
    const end = dayStarts[i + 1] ?? Number.POSITIVE_INFINITY;
    let worst: DayState = 'absent';
    for (let change = course[place]; change && change.at < end; change = course[place]) {
      // What ended before the day, or as it began, is no part of it.
      if (change.at > start) worst = worse(worst, state);
      state = change.state;
      place += 1;
    }
    return worse(worst, state);
  });
}

/**
 * The starts of the last `count` days of the calendar here, the oldest first; the last is today.
 *
 * @param now ms since the epoch
 */
export function lastDays(count: number, now: number): number[] {
  const today = new Date(now);
  // Days are counted by the calendar: where clocks are changed, one lasts 23 hours or 25.
  return Array.from({ length: count }, (_, i) =>
    new Date(today.getFullYear(), today.getMonth(), today.getDate() - (count - 1 - i)).getTime(),
  );
}

/** Days in a row that were alike. */
export interface Run {
  state: DayState;
  days: number;
}

/** The same days with neighbours that are alike put together. */
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

/** From when on an account was in which state, the oldest first, up to `now` (ms). */
function courseOf(
  { firstSeenAt, condition, since }: Standing,
  events: readonly AccountEvent[],
  now: number,
): Change[] {
  // What lies ahead of us was noted before the clock was set back.
  const seenAt = Math.min(firstSeenAt, now);
  const standsSince = Math.max(seenAt, Math.min(since, now));
  const later = events.filter(({ at }) => at > seenAt).sort((a, b) => a.at - b.at);
  const [first] = later;
  const course = [
    ...(first ? [{ at: seenAt, state: stateOf(first.from) }] : []),
    ...later.filter(({ at }) => at < standsSince).map(({ at, to }) => ({ at, state: stateOf(to) })),
    { at: standsSince, state: condition },
  ];
  return course.filter(({ at }, i) => course[i + 1]?.at !== at);
}

function stateOf(condition: AccountEvent['to']): DayState {
  return condition === 'retired' ? 'absent' : condition;
}

/** The worst first. */
const severity: readonly DayState[] = [...troubles, 'working', 'absent'];

function worse(a: DayState, b: DayState): DayState {
  return severity.indexOf(a) <= severity.indexOf(b) ? a : b;
}
