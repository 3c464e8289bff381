import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Account } from '@/utils/accounts/account';
import { conditionOf } from '@/utils/accounts/attention';
import { accountKeysFor } from '@/utils/accounts/identity';
import { secondListingAfterMs } from '@/utils/accounts/missing';
import { reconcile } from '@/utils/accounts/reconcile';
import { target } from '../builders';
import { anyCourse, type Step } from './arbitrary';

function recordsOf({ before = [], listing }: Step, key: string) {
  const keyOf = accountKeysFor(target, before, listing);
  return listing.accounts.filter((entry, i) => keyOf(entry, i) === key);
}

function find(accounts: readonly Account[] | undefined, key: string): Account | undefined {
  return accounts?.find((account) => account.key === key);
}

function isThere(step: Step, { key, id }: Account): boolean {
  return recordsOf(step, key).length > 0 || step.listing.unreadable.ids.includes(id);
}

/** True where no entry of the listing can be the account's. */
function provesMissing(step: Step, account: Account): boolean {
  const { before = [], listing } = step;
  const { ids, unidentified } = listing.unreadable;
  const known = new Set([...before, ...listing.accounts].map(({ id }) => id));
  return !isThere(step, account) && unidentified === 0 && ids.every((id) => known.has(id));
}

describe('reconcile', () => {
  it('changes nothing when the same listing arrives again at once', () => {
    fc.assert(
      fc.property(anyCourse, (course) => {
        for (const { listing, at, after } of course) {
          const again = reconcile(target, after.accounts, listing, at);
          expect(again.accounts).toBe(after.accounts);
          expect(again.events).toEqual([]);
        }
      }),
    );
  });

  it('loses no account and has each only once', () => {
    fc.assert(
      fc.property(anyCourse, (course) => {
        for (const { before = [], listing, after } of course) {
          const keys = after.accounts.map(({ key }) => key);
          expect(new Set(keys).size).toBe(keys.length);
          const keyOf = accountKeysFor(target, before, listing);
          const expected = [...before.map(({ key }) => key), ...listing.accounts.map(keyOf)];
          expect(new Set(keys)).toEqual(new Set(expected));
        }
      }),
    );
  });

  it('calls an account unlisted after two good listings a minute apart, and only then', () => {
    fc.assert(
      fc.property(anyCourse, (course) => {
        course.forEach((step, i) => {
          const { before, at, after } = step;
          for (const account of after.accounts.filter(({ status }) => status === 'unlisted')) {
            const earlier = find(before, account.key);
            expect(earlier).toBeDefined();
            if (earlier?.status === 'unlisted') continue;
            expect(provesMissing(step, account)).toBe(true);
            const lastSeen = course.findLastIndex((other, j) => j < i && isThere(other, account));
            const firstLooks = course
              .slice(lastSeen + 1, i)
              .filter((other) => provesMissing(other, account));
            expect(firstLooks.some((look) => at - look.at >= secondListingAfterMs)).toBe(true);
          }
        });
      }),
    );
  });

  it('reports every change as one event with the conditions before and after', () => {
    fc.assert(
      fc.property(anyCourse, (course) => {
        for (const { before, at, after } of course) {
          const changes = after.accounts.flatMap((account) => {
            const earlier = find(before, account.key);
            const from = earlier ? conditionOf(earlier) : 'absent';
            const to = conditionOf(account);
            return from === to ? [] : [{ account: account.key, at, from, to }];
          });
          const recorded = after.events.map(({ account, at, from, to }) => ({
            account,
            at,
            from,
            to,
          }));
          expect(recorded).toEqual(before === undefined ? [] : changes);
          expect(new Set(after.events.map(({ id }) => id)).size).toBe(after.events.length);
        }
      }),
    );
  });

  it('prefers the active record of an account, else the one connected last', () => {
    const time = (text: string | undefined) => Date.parse(text ?? '') || 0;
    fc.assert(
      fc.property(anyCourse, (course) => {
        for (const step of course) {
          for (const { key, status, connectedAt } of step.after.accounts) {
            const records = recordsOf(step, key);
            if (records.length === 0) continue;
            const active = records.some((record) => record.status === 'active');
            const last = Math.max(...records.map((record) => time(record.connectedAt)));
            expect(status === 'active').toBe(active);
            if (!active) expect(time(connectedAt)).toBe(last);
          }
        }
      }),
    );
  });

  it('keeps the times when an account was first seen and its condition began', () => {
    fc.assert(
      fc.property(anyCourse, (course) => {
        for (const { before, at, after } of course) {
          for (const account of after.accounts) {
            const earlier = find(before, account.key);
            expect(account.firstSeenAt).toBe(earlier?.firstSeenAt ?? at);
            if (!earlier || conditionOf(earlier) !== conditionOf(account)) continue;
            expect(account.statusSince).toBe(earlier.statusSince);
          }
        }
      }),
    );
  });

  it('asks for a recheck only while an account is missing, and only in the future', () => {
    fc.assert(
      fc.property(anyCourse, (course) => {
        for (const { at, after } of course) {
          const { checkAgainAt, accounts } = after;
          if (checkAgainAt === undefined) continue;
          expect(checkAgainAt).toBeGreaterThan(at);
          const missing = accounts.filter(({ missingSince }) => missingSince !== undefined);
          expect(missing).not.toEqual([]);
          const lastLooks = missing.map(
            ({ missingSince = 0, lostTogether }) => lostTogether?.at ?? missingSince,
          );
          expect(checkAgainAt).toBeGreaterThanOrEqual(
            Math.min(...lastLooks) + secondListingAfterMs,
          );
        }
      }),
    );
  });
});
