import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Account, ListedAccount } from '@/utils/accounts/account';
import { conditionOf } from '@/utils/accounts/attention';
import {
  flappingWithinMs,
  isFlapping,
  mostLossesNotified,
  settledEvents,
  steadyAfterMs,
} from '@/utils/accounts/flapping';
import { reconcile } from '@/utils/accounts/reconcile';
import { isWarning, type Trouble } from '@/utils/accounts/trouble';
import { noticesOf } from '@/utils/alerts/notice';
import type { Notice } from '@/utils/state/outbox-schema';
import { defaultSettings } from '@/utils/state/settings';
import { account, connection, listed, listing, minute, now, target } from '../builders';

interface Visit {
  minutes: number;
  status: ListedAccount['status'];
}

const anyVisit: fc.Arbitrary<Visit> = fc.record({
  minutes: fc.constantFrom(1, 5, 15, 15, 15, 60, 119, 120, 121, 360),
  status: fc.constantFrom('active', 'active', 'expired', 'revoked', 'unknown'),
});
const anyCourse = fc.array(anyVisit, { maxLength: 60 });

interface Look {
  at: number;
  account: Account;
  notices: Notice[];
}

/** An account's status at each check, and what is notified. */
function play(course: readonly Visit[]): Look[] {
  const checksAt: Look[] = [];
  let at = now;
  let before = account();
  for (const { minutes, status } of course) {
    at += minutes * minute;
    const { accounts, events } = reconcile(target, [before], listing([listed({ status })]), at);
    const settled = settledEvents([before], accounts, at);
    const where = { connection: connection() };
    const notices = noticesOf([...events, ...settled], accounts, where, defaultSettings, at);
    before = accounts[0] ?? before;
    checksAt.push({ at, account: before, notices });
  }
  return checksAt;
}

const isLoss = (trouble: Trouble) => !isWarning(trouble);

/** Losses notified one by one, without notices of flapping or of the state it settled in. */
function notifiedLossesIn(checksAt: readonly Look[]): number[] {
  return checksAt.flatMap(({ at, account, notices }) =>
    notices.flatMap((notice) =>
      notice.kind === 'trouble' &&
      isLoss(notice.trouble) &&
      notice.losses === undefined &&
      account.statusSince === at
        ? at
        : [],
    ),
  );
}

describe('whatever an account goes through', () => {
  it('at most three losses are notified within six hours', () => {
    fc.assert(
      fc.property(anyCourse, (course) => {
        const notified = notifiedLossesIn(play(course));
        notified.forEach((at, i) => {
          const earlier = notified[i - mostLossesNotified];
          if (earlier !== undefined) expect(at - earlier).toBeGreaterThanOrEqual(flappingWithinMs);
        });
      }),
    );
  });

  it('flapping is notified once, and nothing else while it lasts', () => {
    fc.assert(
      fc.property(anyCourse, (course) => {
        for (const { at, account, notices } of play(course)) {
          if (!isFlapping(account)) continue;
          const starts = account.flapping?.silencedAt === at;
          expect(notices.map((notice) => 'losses' in notice)).toEqual(starts ? [true] : []);
        }
      }),
    );
  });

  it('every loss is notified unless the account is flapping', () => {
    fc.assert(
      fc.property(anyCourse, (course) => {
        for (const { at, account, notices } of play(course)) {
          const condition = conditionOf(account);
          const isNew = account.statusSince === at;
          if (!isNew || condition === 'working' || isFlapping(account)) continue;
          expect(notices).toMatchObject([{ kind: 'trouble', trouble: condition }]);
        }
      }),
    );
  });

  it('the last notification is true once the account has been steady for two hours', () => {
    fc.assert(
      fc.property(anyCourse, (course) => {
        const status = course.at(-1)?.status ?? 'active';
        const checksAt = play([...course, { status, minutes: steadyAfterMs / minute }]);
        const words = checksAt.flatMap(({ notices }) => notices);
        const word = words.at(-1);
        const condition = conditionOf(checksAt.at(-1)?.account ?? account());
        expect(word?.kind === 'trouble' ? word.trouble : 'working').toBe(condition);
        if (word?.kind === 'trouble') expect(word.losses).toBeUndefined();
      }),
    );
  });
});
