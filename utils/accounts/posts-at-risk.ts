import { dayMs } from '../time';
import type { Account } from './account';
import type { AccountEvent } from './history/event';
import type { Outcome, Post } from './post';

/** Scheduled posts within this time (ms) from now are at risk. */
export const atRiskAheadMs = 7 * dayMs;
/** Failed posts count for this long (ms). */
export const failuresCountMs = dayMs;

/** The posts an account would miss: how many, and when (ms since the epoch) the next goes out. */
export interface PostsAtRisk {
  posts: number;
  nextAt: number;
}

/** Times (ms, soonest first) by the service's account id. */
export type PostTimes = ReadonlyMap<string, readonly number[]>;

/** When scheduled posts go out, from the stored list. */
export function scheduledTimes(
  scheduled: readonly { account: string; times: readonly number[] }[] = [],
): PostTimes {
  return new Map(scheduled.map(({ account, times }) => [account, times]));
}

/**
 * When the posts of the next 7 days go out.
 *
 * @param now ms since the epoch
 */
export function timesAtRisk(posts: readonly Post[], now: number): PostTimes {
  return timesOf(posts, 'waiting', (at) => at > now && at <= now + atRiskAheadMs);
}

/** The posts at risk among these times at `now` (ms); `undefined` where there are none. */
export function postsAtRisk(times: readonly number[] = [], now: number): PostsAtRisk | undefined {
  const ahead = times.filter((at) => at > now);
  const [nextAt] = ahead;
  return nextAt === undefined ? undefined : { posts: ahead.length, nextAt };
}

/** Notes in each loss how many posts it put at risk, where that is known. `now`: ms since the epoch. */
export function withPostsAtRisk(
  events: readonly AccountEvent[],
  accounts: readonly Pick<Account, 'key' | 'id'>[],
  scheduled: PostTimes,
  now: number,
): AccountEvent[] {
  const idOf = new Map(accounts.map(({ key, id }) => [key, id]));
  return events.map((event) => {
    const times = scheduled.get(idOf.get(event.account) ?? '');
    const atRisk = event.to === 'working' ? undefined : postsAtRisk(times, now);
    return atRisk ? { ...event, postsAtRisk: atRisk.posts } : event;
  });
}

/** When posts failed in the 24 hours before `now` (ms), except before one that was published. */
export function recentFailures(posts: readonly Post[], now: number): PostTimes {
  const isRecent = (at: number) => at > now - failuresCountMs && at <= now;
  const posted = timesOf(posts, 'posted', isRecent);
  const failed = timesOf(posts, 'failed', isRecent);
  return new Map(
    [...failed].flatMap(([account, times]) => {
      const since = posted.get(account)?.at(-1) ?? Number.NEGATIVE_INFINITY;
      const later = times.filter((at) => at >= since);
      return later.length > 0 ? [[account, later] as const] : [];
    }),
  );
}

function timesOf(
  posts: readonly Post[],
  outcome: Outcome,
  counts: (at: number) => boolean,
): PostTimes {
  const times = new Map<string, number[]>();
  for (const { at, accounts } of posts) {
    if (!counts(at)) continue;
    const ids = accounts.filter((account) => account.outcome === outcome).map(({ id }) => id);
    for (const id of new Set(ids)) times.set(id, [...(times.get(id) ?? []), at]);
  }
  return new Map([...times].map(([id, found]) => [id, found.toSorted((a, b) => a - b)]));
}
