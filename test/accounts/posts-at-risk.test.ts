import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Outcome, Post } from '@/utils/accounts/post';
import { postsAtRisk, recentFailures, timesAtRisk } from '@/utils/accounts/posts-at-risk';
import { day, hour, minute, now } from '../builders';

let posts = 0;
function post(at: number, accounts: Record<string, Outcome>): Post {
  posts += 1;
  return {
    id: `post-${posts}`,
    at,
    accounts: Object.entries(accounts).map(([id, outcome]) => ({ id, outcome })),
  };
}

describe('scheduled posts', () => {
  const scheduledPosts = (...all: Post[]) => Object.fromEntries(timesAtRisk(all, now));

  it('are those of the next 7 days for each account, the soonest first', () => {
    expect(
      scheduledPosts(
        post(now + 2 * hour, { a: 'waiting', b: 'waiting' }),
        post(now + hour, { a: 'waiting' }),
        post(now + 7 * day, { b: 'waiting' }),
        post(now + 7 * day + 1, { a: 'waiting' }),
        post(now, { a: 'waiting' }),
        post(now + hour, { a: 'posted', b: 'failed' }),
      ),
    ).toEqual({ a: [now + hour, now + 2 * hour], b: [now + 2 * hour, now + 7 * day] });
  });

  it('count once even if they name an account twice', () => {
    const twice = post(now + hour, { a: 'waiting' });
    expect(scheduledPosts({ ...twice, accounts: [...twice.accounts, ...twice.accounts] })).toEqual({
      a: [now + hour],
    });
  });

  it('become fewer as time passes', () => {
    const times = [now + hour, now + 2 * hour];
    expect(postsAtRisk(times, now)).toEqual({ posts: 2, nextAt: now + hour });
    expect(postsAtRisk(times, now + hour)).toEqual({ posts: 1, nextAt: now + 2 * hour });
    expect(postsAtRisk(times, now + 2 * hour)).toBeUndefined();
    expect(postsAtRisk(undefined, now)).toBeUndefined();
  });

  it('count as many as were found for the account', () => {
    const anyPost = fc
      .record({ in: fc.integer({ min: -day, max: 8 * day }), who: fc.constantFrom('a', 'b') })
      .map(({ in: ms, who }) => post(now + ms, { [who]: 'waiting' }));
    fc.assert(
      fc.property(fc.array(anyPost), (all) => {
        const times = timesAtRisk(all, now).get('a') ?? [];
        const own = all.filter(({ at, accounts }) => {
          const ahead = at > now && at <= now + 7 * day;
          return ahead && accounts.some(({ id }) => id === 'a');
        });
        expect(times).toHaveLength(own.length);
        expect(postsAtRisk(times, now)?.nextAt).toBe(
          own.length > 0 ? Math.min(...own.map(({ at }) => at)) : undefined,
        );
      }),
    );
  });
});

describe('failed posts', () => {
  const failures = (...all: Post[]) => Object.fromEntries(recentFailures(all, now));

  it('count against an account for 24 hours', () => {
    expect(
      failures(
        post(now - hour, { a: 'failed', b: 'posted' }),
        post(now - day + 1, { a: 'failed' }),
        post(now - day, { a: 'failed', b: 'failed' }),
        post(now, { c: 'failed' }),
        post(now + 1, { b: 'failed' }),
      ),
    ).toEqual({ a: [now - day + 1, now - hour], c: [now] });
  });

  it('no longer count after a later post went out', () => {
    const failed = post(now - 3 * hour, { a: 'failed', b: 'failed' });
    const wentOut = post(now - 2 * hour, { a: 'posted' });
    expect(failures(failed, wentOut)).toEqual({ b: [now - 3 * hour] });
    expect(failures(failed, wentOut, post(now - minute, { a: 'failed' }))).toEqual({
      a: [now - minute],
      b: [now - 3 * hour],
    });
  });

  it('still count if another post went out at the same time', () => {
    const both = [post(now - hour, { a: 'failed' }), post(now - hour, { a: 'posted' })];
    expect(failures(...both)).toEqual({ a: [now - hour] });
  });
});
