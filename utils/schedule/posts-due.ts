import { type MonitoredConnection, watchesPosts } from '../state/app-state';
import type { Settings } from '../state/settings';
import { hourMs, minuteMs, topOfHour } from '../time';
import { readsUsed } from './read-budget';

const never = Number.POSITIVE_INFINITY;
/** Reads of each hour that posts leave for second looks, repeated checks and "Check now". */
const reserve = 3;

/**
 * When posts of a connection may be read next, in ms since the epoch: now or in the past where a
 * page is due, `Infinity` where posts wait for something else than time. They wait for a good
 * check of the accounts: what keeps that from going well would keep posts from it as well.
 */
export function postsDueAt(watched: MonitoredConnection, settings: Settings, now: number): number {
  const { connection, targets, posts } = watched;
  if (!watchesPosts(connection, settings) || connection.paused || posts?.off) return never;
  const isWell = ({ state }: (typeof targets)[number]) => state.last && !state.last.error;
  if (!targets.every(isWell)) return never;
  // Times that lie ahead of us were noted before the clock was set back.
  const { readAt = never, wantedAt = never, problem } = posts ?? {};
  const isFresh = readAt <= now && wantedAt > now;
  const pause = problem !== undefined && problem.since <= now ? problem.until : now;
  const reads = readsUsed(watched, now);
  const keep = readsToKeep(watched, settings, now);
  const free = !reads || reads.used + keep < reads.limit ? now : topOfHour(now);
  return Math.max(isFresh ? readAt + hourMs : now, pause, free);
}

/** How many reads of the clock hour of `now` (ms) are for the accounts' checks still to come. */
export function readsToKeep(
  { targets }: MonitoredConnection,
  settings: Settings,
  now: number,
): number {
  const intervalMs = settings.checkEveryMinutes * minuteMs;
  const end = topOfHour(now);
  const turns = targets.map(({ state }) => {
    const left = end - Math.max(state.nextCheckAt, now);
    return Math.max(0, Math.ceil(left / intervalMs));
  });
  return turns.reduce((sum, count) => sum + count, reserve);
}
