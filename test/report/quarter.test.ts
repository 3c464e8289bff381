import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Account, ListedAccount } from '@/utils/accounts/account';
import { conditionOf } from '@/utils/accounts/attention';
import type { AccountEvent } from '@/utils/accounts/history/event';
import { appendEvents } from '@/utils/accounts/history/history';
import { type WatchGap, withGap } from '@/utils/accounts/history/watch-gaps';
import { reconcile } from '@/utils/accounts/reconcile';
import { type Condition, isWarning } from '@/utils/accounts/trouble';
import { type PeriodName, periodNames, periodOf } from '@/utils/report/period';
import { reportOn } from '@/utils/report/report';
import { dataLifetimeMs } from '@/utils/state/app-state';
import { defaultSettings } from '@/utils/state/settings';
import { historyByAccountOf } from '@/utils/view/account/account-past';
import { accountRows } from '@/utils/view/account/account-rows';
import {
  appState,
  checked,
  day,
  hour,
  listed,
  listing,
  minute,
  monitoredConnection,
} from '../builders';

/*
 * A quarter of an agency: every quarter of an hour a listing, unless the browser is closed; accounts
 * break, vanish, come back and join. The report is compared with a plain count of minutes.
 */

const everyMs = 15 * minute;
const lifetime = dataLifetimeMs(defaultSettings);
/** Some minutes after a check, in the middle of a month; the quarter before has a clock change. */
const end = Date.UTC(2026, 10, 18, 15, 5);
const start = end - 89 * day;

type Status = ListedAccount['status'] | 'gone';

/** What really happens to an account: from when (ms after the start) it is in which status. */
interface Course {
  joinsAt: number;
  turns: readonly { at: number; status: Status; canPost: boolean }[];
}

const anyCourse: fc.Arbitrary<Course> = fc.record({
  joinsAt: fc.oneof(fc.constant(0), fc.nat(60 * day)),
  turns: fc.array(
    fc.record({
      at: fc.nat(89 * day),
      status: fc.constantFrom<Status>('active', 'active', 'expired', 'revoked', 'unknown', 'gone'),
      canPost: fc.boolean(),
    }),
    { maxLength: 12 },
  ),
});

/** When the browser is closed: nights, weekends, a holiday. */
const anyClosed = fc.array(
  fc.record({ from: fc.nat(89 * day), length: fc.integer({ min: minute, max: 9 * day }) }),
  { maxLength: 25 },
);

/** An account's listed entry at a moment, if it is listed then. */
function entryAt(course: Course, index: number, elapsed: number): ListedAccount | undefined {
  if (elapsed < course.joinsAt) return undefined;
  const turn = course.turns.toSorted((a, b) => a.at - b.at).findLast(({ at }) => at <= elapsed);
  if (turn?.status === 'gone') return undefined;
  const scopes = [
    'tweet.read',
    'offline.access',
    ...(turn?.canPost === false ? [] : ['tweet.write']),
  ];
  const id = String(index);
  return listed({
    id,
    platformAccountId: id,
    status: turn?.status ?? 'active',
    handle: `a${id}`,
    scopes,
  });
}

/** A check, and the condition of each account that it left, by the account's key. */
interface Check {
  at: number;
  conditions: Map<string, Condition>;
  /** The accounts that it didn't list. */
  missing: ReadonlySet<string>;
}

/** Once an account is unlisted, it is known to have been since the first check without it. */
function markUnlisted(checks: readonly Check[], key: string): void {
  for (const { missing, conditions } of checks.toReversed()) {
    if (!missing.has(key)) return;
    conditions.set(key, 'unlisted');
  }
}

/** Lives through the quarter with the product's own core. */
function live(courses: readonly Course[], closed: readonly { from: number; length: number }[]) {
  const target = { connectionId: 'c1', profileId: 'p1' };
  const isClosed = (elapsed: number) =>
    closed.some(({ from, length }) => from <= elapsed && elapsed < from + length);
  const checks: Check[] = [];
  let accounts: readonly Account[] | undefined;
  let history: readonly AccountEvent[] = [];
  let gaps: readonly WatchGap[] = [];
  for (let elapsed = 0; start + elapsed < end; elapsed += everyMs) {
    if (isClosed(elapsed)) continue;
    const now = start + elapsed;
    const entries = courses.flatMap((course, i) => entryAt(course, i, elapsed) ?? []);
    const listedAt = checks.at(-1)?.at;
    const result = reconcile(target, accounts, listing(entries), now, { listedAt });
    if (listedAt !== undefined && now - listedAt > lifetime) {
      gaps = withGap(gaps, { connection: 'c1', from: listedAt, to: now }, lifetime, now);
    }
    accounts = result.accounts;
    history = appendEvents(history, result.events, now);
    const conditions = new Map(accounts.map((account) => [account.key, conditionOf(account)]));
    const present = new Set(entries.map(({ id }) => id));
    const gone = accounts.filter(({ id }) => !present.has(id)).map(({ key }) => key);
    checks.push({ at: now, conditions, missing: new Set(gone) });
    for (const { account, to } of result.events) {
      if (to === 'unlisted') markUnlisted(checks, account);
    }
  }
  const listedAt = checks.at(-1)?.at ?? start;
  const connection = monitoredConnection({
    connection: { service: 'synposter' },
    targets: [checked({ listedAt, last: { at: listedAt, tookMs: 1 } })],
  });
  const state = { ...appState([connection], { 'c1/p1': accounts ?? [] }), watchGaps: gaps };
  return { state, history, checks };
}

/** The count of minutes, from what was known after each check alone. */
function countMinutes(checks: readonly Check[], from: number, to: number) {
  const counts = new Map<string, { watched: number; down: number }>();
  let index = -1;
  for (let at = Math.ceil(from / minute) * minute; at < to; at += minute) {
    while ((checks[index + 1]?.at ?? end) <= at) index += 1;
    const last = checks[index];
    if (!last) continue;
    // Nobody watched between two checks too far apart, or since the last one, if that is long ago.
    if ((checks[index + 1]?.at ?? end) - last.at > lifetime) continue;
    for (const [key, condition] of last.conditions) {
      const count = counts.get(key) ?? { watched: 0, down: 0 };
      count.watched += 1;
      if (condition !== 'working' && !isWarning(condition)) count.down += 1;
      counts.set(key, count);
    }
  }
  return counts;
}

describe('the report of a quarter', () => {
  it.each(periodNames)('agrees to the minute with a plain count: %s', (period: PeriodName) => {
    fc.assert(
      fc.property(
        fc.array(anyCourse, { minLength: 1, maxLength: 4 }),
        anyClosed,
        (courses, closed) => {
          const { state, history, checks } = live(courses, closed);
          const times = new Set(checks.map(({ at }) => at));
          const covered = periodOf(period, end);
          const rows = accountRows(state, end);
          const report = reportOn(rows, historyByAccountOf(history), covered, end);
          const counts = countMinutes(checks, covered.from, covered.to);

          for (const { row, uptime } of report.accounts) {
            const count = counts.get(row.key) ?? { watched: 0, down: 0 };
            expect(uptime.monitoredMs / minute).toBeCloseTo(count.watched, 5);
            expect(uptime.downMs / minute).toBeCloseTo(count.down, 5);
            const interruptions = report.interruptions.filter((one) => one.row === row);
            const downMs = interruptions.reduce((sum, one) => sum + one.downMs, 0);
            expect(downMs).toBe(uptime.downMs);
            for (const { began, ended } of interruptions) {
              expect(times.has(began)).toBe(true);
              if (ended !== undefined) expect(times.has(ended)).toBe(true);
            }
          }
          const sum = [...counts.values()].reduce((all, { down }) => all + down, 0);
          expect(report.uptime.downMs / minute).toBeCloseTo(sum, 5);
        },
      ),
      { numRuns: 6 },
    );
  });

  it('begins when an account was first seen, and leaves out what nobody watched', () => {
    const course: Course = {
      joinsAt: 10 * day,
      turns: [{ at: 20 * day, status: 'expired', canPost: true }],
    };
    const { state, history } = live([course], [{ from: 30 * day, length: 5 * day }]);
    const report = reportOn(
      accountRows(state, end),
      historyByAccountOf(history),
      periodOf('90', end),
      end,
    );
    const [only] = report.interruptions;
    expect(report.interruptions).toHaveLength(1);
    expect(only?.began).toBe(start + 20 * day);
    expect(only?.ended).toBeUndefined();
    const watched = 79 * day - 5 * day;
    expect(report.uptime.monitoredMs).toBeGreaterThan(watched - hour);
    expect(report.uptime.monitoredMs).toBeLessThanOrEqual(watched + hour);
  });
});
