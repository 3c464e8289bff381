import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ServiceError } from '@/utils/services/result';
import { checked, day, hour, minute, monitoredConnection, now, second } from '../builders';
import { anyInterval, anyRandom } from './arbitrary';
import { type Check, run } from './course';

const lasts = 8 * hour;
const anyMoment = fc.nat(lasts);
const anyPresses = fc.oneof(
  fc.constant([]),
  fc.array(anyMoment, { maxLength: 3 }),
  fc.array(anyMoment, { minLength: 60, maxLength: 150 }),
);
const anyError = fc.oneof(
  fc.constantFrom<ServiceError>(
    { kind: 'refused', status: 401 },
    { kind: 'server', status: 500 },
    { kind: 'timeout' },
    { kind: 'offline' },
    { kind: 'no-permission' },
  ),
  fc.nat(30 * hour).map((away) => ({ kind: 'rate-limited' as const, until: now + away })),
);
/** A connection, requests for it, and the results of its checks, repeated from the start. */
const anyCourse = fc.record({
  service: fc.constantFrom('schedpilot' as const, 'synposter' as const),
  count: fc.integer({ min: 1, max: 5 }),
  intervalMs: anyInterval,
  presses: anyPresses,
  random: anyRandom,
  answers: fc.array(
    fc.record({
      tookMs: fc.integer({ min: 1, max: 20 * second }),
      error: fc.option(anyError, { nil: undefined }),
    }),
    { minLength: 1, maxLength: 20 },
  ),
});

interface Limited {
  checks: readonly Check[];
  presses: readonly number[];
  intervalMs: number;
}

function checkLimits(law: (course: Limited) => void) {
  fc.assert(
    fc.property(anyCourse, ({ service, count, intervalMs, presses, random, answers }) => {
      const targets = Array.from({ length: count }, (_, i) => checked({ nextCheckAt: now + i }));
      let given = 0;
      const answer = () => {
        const { tookMs = 0, error } = answers[given % answers.length] ?? {};
        given += 1;
        return { tookMs, ...(error && { error }) };
      };
      const from = [monitoredConnection({ connection: { service }, targets })];
      const course = { from, intervalMs, lasts, presses, answer, random: () => random };
      law({ checks: run(course), presses, intervalMs });
    }),
  );
}

describe('whatever happens to a connection’s checks, however often they are requested,', () => {
  it('no UTC clock hour has more than 20 reads of SchedPilot', () => {
    checkLimits(({ checks }) => {
      const reads = checks.filter(({ target }) => target === 'c1');
      for (const inOneHour of Map.groupBy(reads, ({ at }) => Math.floor(at / hour)).values()) {
        expect(inOneHour.length).toBeLessThanOrEqual(20);
      }
    });
  });

  it('nothing is requested before a limit is over, unless that is more than a day away', () => {
    checkLimits(({ checks }) => {
      checks.forEach((check, i) => {
        const { error, at, endedAt } = check;
        if (error?.kind !== 'rate-limited') return;
        const end = Math.min(Math.max(error.until, endedAt + 10 * second), endedAt + day);
        // Of two limits received at once, the last one holds.
        const near = checks.slice(Math.max(0, i - 5), i + 6);
        const atOnce = near.filter((one) => one.at <= endedAt && one.endedAt >= endedAt);
        if (atOnce.some((one) => one !== check && one.error?.kind === error.kind)) return;
        const next = checks.slice(i).find((one) => one.at >= endedAt && one.at > at);
        if (next) expect(next.at).toBeGreaterThanOrEqual(end);
      });
    });
  });

  it('a rejected key is tried every 6 hours, or on request', () => {
    checkLimits(({ checks, presses }) => {
      if (checks.some(({ error }) => error?.kind === 'rate-limited')) return;
      for (const check of checks) {
        const { error, endedAt } = check;
        if (error?.kind !== 'refused') continue;
        const later = checks.filter((one) => one.at >= endedAt && one.at > check.at);
        const worksAt = later.find((one) => !one.error)?.endedAt ?? Number.POSITIVE_INFINITY;
        const end = Math.min(endedAt + 6 * hour, worksAt);
        for (const early of later.filter(({ at }) => at < end)) {
          const own = checks.filter(({ target }) => target === early.target);
          const since = own[own.indexOf(early) - 1]?.elapsed ?? -1;
          expect(presses.some((press) => press > since && press <= early.elapsed)).toBe(true);
        }
      }
    });
  });

  it('a target that nobody asks for is left alone for as long as its last check requires', () => {
    checkLimits(({ checks, presses, intervalMs }) => {
      if (presses.length > 0) return;
      for (const own of Map.groupBy(checks, ({ target }) => target).values()) {
        const early = own.slice(1).filter(({ at }, i) => {
          const { endedAt = 0, error } = own[i] ?? {};
          return at - endedAt < leastWait(error, intervalMs);
        });
        expect(early).toEqual([]);
      }
    });
  });
});

/** The shortest time (ms) between checks of a target if nobody asks. */
function leastWait(error: ServiceError | undefined, intervalMs: number): number {
  if (error === undefined || error.kind === 'no-permission') return intervalMs / 2;
  return error.kind === 'offline' ? minute : 10 * second;
}
