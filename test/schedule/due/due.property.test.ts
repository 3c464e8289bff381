import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { connectionAfterFailure } from '@/utils/schedule/connection-block';
import { checkNowBlockedUntil, dueAt } from '@/utils/schedule/due';
import { nextCheckAfterListing, phaseOf, regularSlot } from '@/utils/schedule/next-check';
import { serviceIds } from '@/utils/services/registry';
import { targetsOf } from '@/utils/state/connection';
import { newTarget } from '@/utils/state/target-state';
import { clockHour, topOfHour } from '@/utils/time';
import {
  checked,
  connection,
  day,
  firstTarget,
  hour,
  minute,
  monitoredConnection,
  now,
  second,
  targetState,
} from '../../builders';
import { anyInterval, anyPlan, anySlot } from '../arbitrary';

const anyService = fc.constantFrom(...serviceIds);
const anyAsk = fc.constantFrom<{ askedAt?: number }>({}, { askedAt: now });
/** The last check; it is in the future if the clock was set back. */
const anyLast = fc.integer({ min: -day, max: hour }).map((away) => ({ at: now + away, tookMs: 1 }));

describe('the next slot', () => {
  it('is in the future, by at most an interval', () => {
    fc.assert(
      fc.property(anySlot, anyPlan, (slot, plan) => {
        const next = regularSlot(slot, now, plan);
        expect(next).toBeGreaterThan(now);
        expect(next).toBeLessThanOrEqual(now + plan.intervalMs);
      }),
    );
  });

  it('after a listing is in the future, and no later than the recheck', () => {
    const anyRecheck = fc.option(fc.integer({ min: now + 1, max: now + minute }), {
      nil: undefined,
    });
    fc.assert(
      fc.property(anySlot, anyRecheck, anyPlan, (nextCheckAt, recheck, plan) => {
        const next = nextCheckAfterListing(targetState({ nextCheckAt }), recheck, now, plan);
        expect(next).toBeGreaterThan(now);
        expect(next).toBeLessThanOrEqual(Math.min(recheck ?? next, now + plan.intervalMs));
      }),
    );
  });

  it('after a later listing follows the last slot, apart from a recheck', () => {
    const plan = { intervalMs: 15 * minute, phase: 0.5, random: 0 };
    const state = checked({ nextCheckAt: now - second });
    expect(nextCheckAfterListing(state, undefined, now, plan)).toBe(now + 15 * minute - second);
    expect(nextCheckAfterListing(state, now + minute, now, plan)).toBe(now + minute);
  });

  it('after a recovery is a new one, because retries are not slots', () => {
    const plan = { intervalMs: 15 * minute, phase: 0.5, random: 0 };
    const last = { at: now - minute, tookMs: 1, error: { kind: 'timeout' as const } };
    const state = checked({ nextCheckAt: now - second, last });
    expect(nextCheckAfterListing(state, undefined, now, plan)).toBe(now + 11.25 * minute);
  });

  it('after the first listing is at the target’s place in the interval, apart from other targets', () => {
    const profiles = ['p1', 'p2', 'p3', 'p4'].map((id) => ({ id }));
    const own = connection({ service: 'synposter', profiles });
    const turns = targetsOf(own).map((target) =>
      nextCheckAfterListing(newTarget(now), undefined, now, {
        intervalMs: 15 * minute,
        phase: phaseOf(own, target),
        random: 0,
      }),
    );
    expect(turns.map((slot) => (slot - now) / minute)).toEqual([9.375, 11.25, 13.125, 15]);
  });

  it('is kept if it was not missed', () => {
    const plan = { intervalMs: 15 * minute, phase: 0.5 };
    expect(regularSlot(now - second, now, plan)).toBe(now + 15 * minute - second);
    expect(regularSlot(now + second, now, plan)).toBe(now + second);
    expect(regularSlot(now, now, plan)).toBe(now + 15 * minute);
    expect(regularSlot(now + 15 * minute, now, plan)).toBe(now + 15 * minute);
    expect(regularSlot(now - 7.5 * minute + 1, now, plan)).toBe(now + 7.5 * minute + 1);
  });

  it('is a new one if missed by half an interval, or further away than one', () => {
    const plan = { intervalMs: 15 * minute, phase: 0.5 };
    expect(regularSlot(now - 7.5 * minute, now, plan)).toBe(now + 11.25 * minute);
    expect(regularSlot(now + 15 * minute + 1, now, plan)).toBe(now + 11.25 * minute);
  });

  it('is spread evenly over the second half of the interval for targets that missed theirs', () => {
    const anyCount = fc.integer({ min: 1, max: 100 });
    fc.assert(
      fc.property(anyCount, anyInterval, (count, intervalMs) => {
        const profiles = Array.from({ length: count }, (_, i) => ({ id: `p${i}` }));
        const own = connection({ service: 'synposter', profiles });
        const turns = targetsOf(own).map((target) =>
          regularSlot(now - day, now, { intervalMs, phase: phaseOf(own, target) }),
        );
        const evenly = turns.map((_, i) => now + (intervalMs * (1 + (i + 1) / count)) / 2);
        const off = turns.map((slot, i) => Math.abs(slot - (evenly[i] ?? 0)));
        expect(Math.max(...off)).toBeLessThan(0.5);
      }),
    );
  });
});

describe('no target is due', () => {
  it('before a limit is over, requested or not', () => {
    const anyUntil = fc.integer({ min: now - day, max: now + day });
    const anyState = fc.record(
      { askedAt: fc.constantFrom(now - minute, now, now + 1), refusedSince: anySlot },
      { requiredKeys: [] },
    );
    const anyTargets = fc.array(
      fc.record({ nextCheckAt: anySlot, last: anyLast }).map((changes) => checked(changes)),
      { minLength: 1, maxLength: 4 },
    );
    fc.assert(
      fc.property(anyService, anyUntil, anyState, anyTargets, (service, until, before, targets) => {
        const state = connectionAfterFailure(before, { kind: 'rate-limited', until }, now);
        const limited = monitoredConnection({ connection: { service }, state, targets });
        const end = Math.max(until, now + 10 * second);
        expect(checkNowBlockedUntil(limited, now + 1)).toBe(end);
        for (const target of limited.targets) {
          expect(dueAt(limited, target, now + 1)).toBeGreaterThanOrEqual(end);
        }
      }),
    );
  });

  it('before the top of the hour once this hour’s reads are used', () => {
    const anyUse = fc.integer({ min: 20, max: 60 });
    fc.assert(
      fc.property(anyUse, anySlot, anyLast, anyAsk, (used, nextCheckAt, last, asked) => {
        const state = { ...asked, reads: { hour: clockHour(now), used } };
        const spent = monitoredConnection({ state, targets: [checked({ nextCheckAt, last })] });
        const at = dueAt(spent, firstTarget(spent), now);
        expect(at).toBeGreaterThanOrEqual(topOfHour(now));
      }),
    );
  });
});
