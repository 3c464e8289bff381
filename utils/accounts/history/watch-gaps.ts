import { dayMs } from '../../time';
import type { ConditionChange, DayState } from './condition-changes';
import { historyDays } from './history';

/** A time in which nobody watched: between two listings too far apart. In ms since the epoch. */
export interface Gap {
  from: number;
  to: number;
}

/** A gap of a connection. `target`: the only target that wasn't watched, if others were. */
export interface WatchGap extends Gap {
  connection: string;
  target?: string;
}

/**
 * Adds a gap and drops those that have left the history. A gap that an earlier one already covers
 * (within `toleranceMs` at each end) is ignored: after a night, each of a connection's targets would
 * add the same.
 *
 * @param now ms since the epoch
 * @returns the same list if nothing changed
 */
export function withGap(
  gaps: readonly WatchGap[],
  gap: WatchGap,
  toleranceMs: number,
  now: number,
): readonly WatchGap[] {
  const isCovered = gaps.some(
    ({ connection, target, from, to }) =>
      connection === gap.connection &&
      (target === undefined || target === gap.target) &&
      from <= gap.from + toleranceMs &&
      to >= gap.to - toleranceMs,
  );
  if (isCovered) return gaps;
  return [...gaps.filter(({ to }) => to > now - historyDays * dayMs), gap];
}

/** A target's gaps, joined where they overlap, oldest first. */
export function gapsOfTarget(
  gaps: readonly WatchGap[],
  connectionId: string,
  targetId: string,
): Gap[] {
  const own = gaps
    .filter(
      ({ connection, target }) =>
        connection === connectionId && (target === undefined || target === targetId),
    )
    .sort((a, b) => a.from - b.from);
  const joined: Gap[] = [];
  for (const { from, to } of own) {
    const last = joined.at(-1);
    if (last && last.to >= from) last.to = Math.max(last.to, to);
    else joined.push({ from, to });
  }
  return joined;
}

/** The changes with each gap as `absent`. `gaps`: apart from each other, oldest first. */
export function withoutGaps(
  changes: readonly ConditionChange[],
  gaps: readonly Gap[],
): ConditionChange[] {
  const result: ConditionChange[] = [];
  let state: DayState = 'absent';
  let index = 0;
  /** Takes over the changes before a moment, and returns the state at it. */
  const advance = (until: number, isHidden: boolean) => {
    for (let next = changes[index]; next && next.at < until; next = changes[index]) {
      state = next.state;
      if (!isHidden) result.push(next);
      index += 1;
    }
  };
  for (const { from, to } of gaps) {
    advance(from, false);
    result.push({ at: from, state: 'absent' });
    advance(to, true);
    // A change at the end of a gap says the state itself.
    if (changes[index]?.at !== to) result.push({ at: to, state });
  }
  advance(Number.POSITIVE_INFINITY, false);
  return result;
}

/** How much (ms) of a time was watched. */
export function watchedMs(from: number, to: number, gaps: readonly Gap[]): number {
  const missed = gaps.reduce(
    (ms, gap) => ms + Math.max(0, Math.min(gap.to, to) - Math.max(gap.from, from)),
    0,
  );
  return Math.max(0, to - from - missed);
}
