import { type MonitoredConnection, watchesPosts } from '../state/app-state';
import type { Settings } from '../state/settings';
import { hourMs, minuteMs, never, topOfHour } from '../time';
import { budgetFreeAt } from './read-budget';

/** Reads of each hour kept for second checks, retries and "Check now". */
const reserve = 3;

/**
 * The earliest time (ms since the epoch) at which a page of posts may be read: at or before `now`
 * means due, `Infinity` that none is scheduled. Posts wait until the last check of accounts succeeded,
 * because what makes that fail would make them fail too.
 */
export function postsDueAt(
  monitored: MonitoredConnection,
  settings: Settings,
  now: number,
): number {
  const { connection, targets, posts } = monitored;
  if (!watchesPosts(connection, settings) || connection.paused || posts?.off) return never;
  const isWell = ({ state }: (typeof targets)[number]) => state.last && !state.last.error;
  if (!targets.every(isWell)) return never;
  // A time in the future means the clock was set back.
  const { readAt = never, wantedAt = never, problem } = posts ?? {};
  const isFresh = readAt <= now && wantedAt > now;
  const pause = problem !== undefined && problem.since <= now ? problem.until : now;
  const free = budgetFreeAt(monitored, now, readsToKeep(monitored, settings, now));
  return Math.max(isFresh ? readAt + hourMs : now, pause, free);
}

/** How many reads of `now`'s clock hour the remaining account checks need. `now`: ms. */
export function readsToKeep(
  { targets }: MonitoredConnection,
  settings: Settings,
  now: number,
): number {
  const intervalMs = settings.checkEveryMinutes * minuteMs;
  const end = topOfHour(now);
  return targets.reduce((sum, { state }) => {
    const left = end - Math.max(state.nextCheckAt, now);
    return sum + Math.max(0, Math.ceil(left / intervalMs));
  }, reserve);
}
