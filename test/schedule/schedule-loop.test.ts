import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ServiceError } from '@/utils/services/result';
import type { MonitoredConnection } from '@/utils/state/app-state';
import { checked, day, hour, minute, monitoredConnection, now, second } from '../builders';
import { anyInterval } from './arbitrary';
import { type Check, type Course, run } from './course';

/** A connection whose profiles have long been checked in turn, evenly over the interval. */
function profiles(count: number, intervalMs: number): MonitoredConnection {
  const targets = Array.from({ length: count }, (_, i) => {
    const nextCheckAt = now + (intervalMs * (i + 1)) / count;
    const at = nextCheckAt - intervalMs;
    return checked({ nextCheckAt, last: { at, tookMs: 0 }, listedAt: at });
  });
  return monitoredConnection({ connection: { service: 'synposter' }, targets });
}

const anyCount = fc.integer({ min: 1, max: 8 });
const offline: ServiceError = { kind: 'offline' };

/** How many checks each target had from `from` up to and including `to` (both elapsed). */
function counts(checks: readonly Check[], of: MonitoredConnection, from: number, to: number) {
  const within = checks.filter(({ elapsed }) => elapsed >= from && elapsed <= to);
  return of.targets.map(({ id }) => within.filter(({ target }) => target === id).length);
}

describe('the schedule of a connection', () => {
  it('checks each target once in every interval', () => {
    fc.assert(
      fc.property(anyCount, anyInterval, (count, intervalMs) => {
        const own = profiles(count, intervalMs);
        const checks = run({ from: [own], intervalMs, lasts: 5 * intervalMs });
        for (const turn of [0, 1, 2, 3, 4]) {
          const start = turn * intervalMs;
          const once = own.targets.map(() => 1);
          // The last turn of the interval before was at its very end.
          expect(counts(checks, own, start + 1, start + intervalMs)).toEqual(once);
        }
      }),
    );
  });

  it('makes one catch-up check per target after any gap, and then keeps to its slots', () => {
    // In thousandths of an interval.
    const anyWhen = fc.nat(1_000);
    const anyGap = fc.oneof(fc.nat(2_000), fc.nat(500_000));
    fc.assert(
      fc.property(anyCount, anyInterval, anyWhen, anyGap, (count, intervalMs, when, gap) => {
        const own = profiles(count, intervalMs);
        const after = (when * intervalMs) / 1_000;
        const jumps = [{ after, by: (gap * intervalMs) / 1_000 }];
        const checks = run({ from: [own], intervalMs, lasts: after + 3 * intervalMs, jumps });
        const half = intervalMs / 2;
        const catchUp = counts(checks, own, after, after + half);
        expect(Math.max(...catchUp)).toBeLessThanOrEqual(1);
        for (const turn of [0, 1, 2]) {
          const start = after + turn * intervalMs;
          const inTurn = counts(checks, own, start, start + intervalMs);
          expect(Math.min(...inTurn)).toBeGreaterThanOrEqual(1);
          expect(Math.max(...inTurn)).toBeLessThanOrEqual(2);
        }
      }),
    );
  });

  it('recovers at once when the clock jumps, back or ahead, however often', () => {
    const anyJump = fc.oneof(
      fc.integer({ min: -2 * hour, max: 2 * hour }),
      fc.integer({ min: -400 * day, max: 400 * day }),
    );
    const anyJumps = fc.array(anyJump, { minLength: 1, maxLength: 4 });
    fc.assert(
      fc.property(anyCount, anyInterval, anyJumps, (count, intervalMs, jumpsBy) => {
        const own = profiles(count, intervalMs);
        const jumps = jumpsBy.map((by, i) => ({ after: (i + 1) * 2.3 * intervalMs, by }));
        const lasts = (jumps.length + 1) * 2.3 * intervalMs;
        const checks = run({ from: [own], intervalMs, lasts, jumps });
        for (const { after } of jumps) {
          const soon = counts(checks, own, after, after + intervalMs);
          expect(Math.min(...soon)).toBeGreaterThanOrEqual(1);
          const atOnce = counts(checks, own, after, after + intervalMs / 2);
          expect(Math.max(...atOnce)).toBeLessThanOrEqual(1);
        }
      }),
    );
  });

  it('spreads missed slots over half an interval, with or without a network', () => {
    const anyOutage = fc.integer({ min: 0, max: 20 * minute });
    const anyMany = fc.integer({ min: 2, max: 50 });
    fc.assert(
      fc.property(anyMany, anyInterval, anyOutage, (count, intervalMs, outage) => {
        const own = profiles(count, intervalMs);
        const course: Course = {
          from: [own],
          intervalMs,
          lasts: outage + minute + 2 * intervalMs,
          jumps: [{ after: 0, by: 12 * hour }],
          answer: (elapsed) => ({ tookMs: 0, ...(elapsed < outage && { error: offline }) }),
        };
        const good = run(course).filter(({ error }) => !error);
        const turns = good.slice(count, 2 * count).map(({ elapsed }) => elapsed);
        const gaps = turns.slice(1).map((turn, i) => turn - (turns[i] ?? 0));
        expect(Math.min(...gaps)).toBeGreaterThan(intervalMs / 2 / count - 1);
      }),
    );
  });

  it('needs no more than SchedPilot’s reads at the shortest interval', () => {
    const from = [monitoredConnection({ targets: [checked({ nextCheckAt: now + 1 })] })];
    const checks = run({ from, intervalMs: 5 * minute, lasts: day });
    expect(checks).toHaveLength(day / (5 * minute));
  });

  it('leaves 10 seconds between checks, however fast “Check now” is pressed', () => {
    const presses = Array.from({ length: 60 }, (_, i) => i * second);
    const from = [monitoredConnection()];
    const checks = run({ from, intervalMs: hour, lasts: minute, presses });
    expect(checks.map(({ elapsed }) => elapsed)).toEqual(
      [0, 10, 20, 30, 40, 50, 60].map((s) => s * second),
    );
  });
});
