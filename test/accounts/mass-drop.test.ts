import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Account, ListedAccount } from '@/utils/accounts/account';
import { massDropAfterMs, massDropListings } from '@/utils/accounts/missing';
import { reconcile } from '@/utils/accounts/reconcile';
import { account, day, listed, listing, minute, now, target } from '../builders';

const idsUpTo = (count: number) => Array.from({ length: count }, (_, i) => String(i + 1));
const storedUpTo = (count: number) => idsUpTo(count).map((id) => account({ id }));
const listedUpTo = (count: number) => idsUpTo(count).map((id) => listed({ id }));

/** Checks a target whenever reconcile asks for it, and at least every `everyMs`. */
function watchTarget(
  accounts: readonly Account[],
  listedAt: (elapsed: number) => readonly ListedAccount[],
  lasts: number,
  everyMs = 15 * minute,
) {
  let stored = accounts;
  let at = 0;
  const changes: { elapsed: number; account: string; to: string }[] = [];
  while (at <= lasts) {
    const result = reconcile(target, stored, listing(listedAt(at)), now + at, {
      listedAt: now + at - everyMs,
    });
    stored = result.accounts;
    changes.push(...result.events.map(({ account, to }) => ({ elapsed: at, account, to })));
    at = Math.min(at + everyMs, (result.checkAgainAt ?? Number.POSITIVE_INFINITY) - now);
  }
  return { stored, changes };
}

describe('a listing that lacks half or more of its target’s accounts, and at least three', () => {
  it('leaves them listed after the second listing', () => {
    const first = reconcile(target, storedUpTo(8), listing([]), now);
    const second = reconcile(target, first.accounts, listing([]), now + minute);
    expect(second.events).toEqual([]);
    expect(second.accounts.map(({ status }) => status)).not.toContain('unlisted');
  });

  it('is checked again after 1, 5 and 15 minutes, and after half an hour', () => {
    let result = reconcile(target, storedUpTo(8), listing([]), now);
    const checksAt: number[] = [];
    for (let look = 0; look < 4; look += 1) {
      const at = result.checkAgainAt ?? 0;
      checksAt.push((at - now) / minute);
      result = reconcile(target, result.accounts, listing([]), at);
    }
    expect(checksAt).toEqual([1, 6, 21, 30]);
  });

  it('makes them unlisted after 30 minutes and four good listings', () => {
    const { changes } = watchTarget(storedUpTo(8), () => [], 45 * minute);
    expect(changes).toHaveLength(8);
    expect(new Set(changes.map(({ elapsed }) => elapsed / minute))).toEqual(new Set([30]));
  });

  it('needs four listings, however much time passes', () => {
    const first = reconcile(target, storedUpTo(8), listing([]), now);
    const second = reconcile(target, first.accounts, listing([]), now + day / 2);
    expect(second.events).toEqual([]);
  });

  it('needs listings a minute apart: ten within a minute count as one', () => {
    let { accounts } = reconcile(target, storedUpTo(8), listing([]), now);
    for (let look = 1; look <= 10; look += 1) {
      ({ accounts } = reconcile(target, accounts, listing([]), now + look * 5_000));
    }
    expect(accounts.map(({ lostTogether }) => lostTogether?.listings)).toEqual(Array(8).fill(1));
  });

  it('keeps the time when the accounts were last listed', () => {
    const { accounts } = reconcile(target, storedUpTo(3), listing([]), now, {
      listedAt: now - 7 * minute,
    });
    expect(accounts.map(({ lastSeenAt }) => lastSeenAt)).toEqual(Array(3).fill(now - 7 * minute));
  });

  it('is forgotten when the accounts come back', () => {
    const { accounts } = reconcile(target, storedUpTo(8), listing([]), now, {
      listedAt: now - minute,
    });
    const back = reconcile(target, accounts, listing(listedUpTo(8)), now + 5 * minute);
    expect(back.accounts).toEqual(storedUpTo(8));
    expect(back.events).toEqual([]);
  });

  it('stays doubted for accounts that are still missing when most come back', () => {
    const { accounts } = reconcile(target, storedUpTo(8), listing([]), now);
    const most = reconcile(target, accounts, listing(listedUpTo(7)), now + 10 * minute);
    expect(most.events).toEqual([]);
    const late = reconcile(target, most.accounts, listing(listedUpTo(7)), now + 20 * minute);
    expect(late.events).toEqual([]);
  });

  it('restarts the wait after the clock was set back', () => {
    const { accounts } = reconcile(target, storedUpTo(3), listing([]), now + day);
    const { accounts: again } = reconcile(target, accounts, listing([]), now);
    expect(again.map(({ missingSince }) => missingSince)).toEqual([now, now, now]);
  });

  it.each([
    ['two of two', 2, 0],
    ['two of three', 3, 1],
    ['three of seven', 7, 4],
  ])('is not a mass drop: %s become unlisted after the second listing', (_, of, left) => {
    const first = reconcile(target, storedUpTo(of), listing(listedUpTo(left)), now);
    const second = reconcile(target, first.accounts, listing(listedUpTo(left)), now + minute);
    expect(second.events).toHaveLength(of - left);
  });

  it.each([
    ['three of three', 3, 0],
    ['three of six', 6, 3],
  ])('is a mass drop: %s', (_, of, left) => {
    const first = reconcile(target, storedUpTo(of), listing(listedUpTo(left)), now);
    const second = reconcile(target, first.accounts, listing(listedUpTo(left)), now + minute);
    expect(second.events).toEqual([]);
  });
});

describe('accounts missing from several profiles at once', () => {
  const second = (elsewhere: { missing: number; of: number }) => {
    const { accounts } = reconcile(target, storedUpTo(2), listing([]), now);
    return reconcile(target, accounts, listing([]), now + minute, { elsewhere });
  };

  it('are doubted together, even if each profile lost only two', () => {
    const result = second({ missing: 4, of: 4 });
    expect(result.events).toEqual([]);
    expect(result.accounts.map(({ lostTogether }) => lostTogether?.listings)).toEqual([1, 1]);
  });

  it('become unlisted after the second listing if the other profiles list theirs', () => {
    expect(second({ missing: 0, of: 20 }).events).toHaveLength(2);
  });
});

describe('accounts that vanish at once', () => {
  const anyDrop = fc
    .integer({ min: 3, max: 12 })
    .chain((of) =>
      fc.record({
        of: fc.constant(of),
        left: fc.integer({ min: 0, max: Math.floor(of / 2) }),
        everyMs: fc.integer({ min: 5 * minute, max: 6 * 60 * minute }),
      }),
    )
    .filter(({ of, left }) => of - left >= 3);

  it('are not notified if they are back within 30 minutes', () => {
    fc.assert(
      fc.property(
        anyDrop,
        fc.integer({ min: 0, max: massDropAfterMs - 1 }),
        ({ of, left, everyMs }, outage) => {
          const listedAt = (elapsed: number) => listedUpTo(elapsed <= outage ? left : of);
          const { changes } = watchTarget(storedUpTo(of), listedAt, day, everyMs);
          expect(changes).toEqual([]);
        },
      ),
    );
  });

  it('are notified within 45 minutes, each once, if really removed', () => {
    fc.assert(
      fc.property(anyDrop, ({ of, left, everyMs }) => {
        const { changes } = watchTarget(storedUpTo(of), () => listedUpTo(left), day, everyMs);
        expect(changes.map(({ to }) => to)).toEqual(Array(of - left).fill('unlisted'));
        expect(new Set(changes.map(({ account }) => account)).size).toBe(of - left);
        for (const { elapsed } of changes) {
          expect(elapsed).toBeGreaterThanOrEqual(massDropAfterMs);
          expect(elapsed).toBeLessThanOrEqual(45 * minute);
        }
      }),
    );
  });

  it('do not hide an account that is meanwhile listed as expired', () => {
    fc.assert(
      fc.property(anyDrop, fc.integer({ min: 1, max: 29 }), ({ of }, after) => {
        const expired = listed({ id: '1', status: 'expired' });
        const listedAt = (elapsed: number) =>
          elapsed < after * minute ? [listed({ id: '1' })] : [expired];
        const stored = storedUpTo(of + 1);
        const { changes } = watchTarget(stored, listedAt, day);
        const ofExpired = changes.filter(({ account: key }) => key === account({ id: '1' }).key);
        expect(ofExpired.map(({ to }) => to)).toEqual(['expired']);
        // The next check after it expired comes after the longest pause at the latest.
        expect(ofExpired[0]?.elapsed).toBeLessThanOrEqual((after + 15) * minute);
      }),
    );
  });

  it('become unlisted only after four good listings, each a minute apart', () => {
    fc.assert(
      fc.property(
        anyDrop,
        fc.array(fc.integer({ min: 1_000, max: 20 * minute }), { minLength: 1, maxLength: 30 }),
        ({ of, left }, gaps) => {
          let result = reconcile(target, storedUpTo(of), listing(listedUpTo(left)), now);
          let at = now;
          let counted = 1;
          let countedAt = now;
          for (const gap of gaps) {
            at += gap;
            result = reconcile(target, result.accounts, listing(listedUpTo(left)), at);
            if (at - countedAt >= minute && result.events.length === 0) {
              counted += 1;
              countedAt = at;
            }
            if (result.events.length > 0) {
              expect(counted + 1).toBeGreaterThanOrEqual(massDropListings);
              return;
            }
          }
          // A listing within a minute of the one before doesn't count, also after 30 minutes.
          const isDecided = counted >= massDropListings && countedAt - now >= massDropAfterMs;
          expect(isDecided).toBe(false);
        },
      ),
    );
  });
});
