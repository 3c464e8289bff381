import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { backoffMs, isLocalError, nextCheckAfterFailure } from '@/utils/schedule/next-check';
import type { ServiceError } from '@/utils/services/result';
import { day, hour, minute, now, second, targetState } from '../builders';
import { anyPlan, anyRandom, anySlot } from './arbitrary';

const anyState = fc.record({
  failures: fc.nat(2_000),
  nextCheckAt: anySlot,
  unreadable: fc.constant(0),
});

describe('backoff', () => {
  it('doubles up to an hour, at random between 10 seconds and its limit', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 10_000 }), anyRandom, (failures, random) => {
        const wait = backoffMs(failures, random);
        expect(wait).toBeGreaterThanOrEqual(10 * second);
        expect(wait).toBeLessThanOrEqual(Math.min(hour, minute * 2 ** (failures - 1)));
      }),
    );
  });

  it('is spread evenly up to its limit', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 50 }), (failures) => {
        const bound = Math.min(hour, minute * 2 ** (failures - 1));
        const waits = Array.from({ length: 400 }, (_, i) => backoffMs(failures, (i + 0.5) / 400));
        const inQuarter = (quarter: number) =>
          waits.filter((wait) => Math.ceil((4 * wait) / bound) === quarter).length;
        expect([1, 2, 3, 4].map(inQuarter)).toEqual([100, 100, 100, 100]);
      }),
    );
  });

  it.each([
    [1, 0.5, 30 * second],
    [2, 0.5, minute],
    [6, 0.5, 16 * minute],
    [7, 0.5, 30 * minute],
    [500, 0.5, 30 * minute],
    [7, 0, 10 * second],
  ])('after %i failures with %f is %i ms', (failures, random, wait) => {
    expect(backoffMs(failures, random)).toBe(wait);
  });
});

describe('after a failure', () => {
  const anyError = fc.oneof(
    fc.constantFrom<ServiceError>(
      { kind: 'refused', status: 403 },
      { kind: 'no-permission' },
      { kind: 'no-key' },
      { kind: 'profile-unknown' },
      { kind: 'bad-request' },
      { kind: 'server', status: 500 },
      { kind: 'network' },
      { kind: 'timeout' },
      { kind: 'unreadable', reason: 'html' },
      { kind: 'offline' },
    ),
    fc
      .integer({ min: 0, max: now + 400 * day })
      .map((until) => ({ kind: 'rate-limited' as const, until })),
  );

  it('the target is checked again later, and within a day', () => {
    fc.assert(
      fc.property(anyState, anyError, anyPlan, (state, error, plan) => {
        const next = nextCheckAfterFailure(state, error, now, plan);
        expect(next).toBeGreaterThan(now);
        expect(next).toBeLessThanOrEqual(now + day);
      }),
    );
  });

  it.each<[string, ServiceError, number, number]>([
    ['a rejected key', { kind: 'refused', status: 401 }, 6 * hour, 6 * hour],
    ['an offline check', { kind: 'offline' }, minute, minute],
    ['a limit', { kind: 'rate-limited', until: now + 7 * minute }, 7 * minute, 7 * minute],
    ['a limit that is over', { kind: 'rate-limited', until: 0 }, 10 * second, 10 * second],
    ['an endless limit', { kind: 'rate-limited', until: now + 9 * day }, day, day],
    ['a third server error', { kind: 'server', status: 500 }, 10 * second, 4 * minute],
    ['a third network error', { kind: 'network' }, 10 * second, 4 * minute],
    ['a third unknown profile', { kind: 'profile-unknown' }, 10 * second, 4 * minute],
    ['a third malformed profile', { kind: 'bad-request' }, 10 * second, 4 * minute],
    ['a third sign-in page', { kind: 'unreadable', reason: 'html' }, 10 * second, 4 * minute],
  ])('the wait after %s is in its range', (_, error, least, most) => {
    fc.assert(
      fc.property(anyPlan, (plan) => {
        const wait = nextCheckAfterFailure(targetState({ failures: 2 }), error, now, plan) - now;
        expect(wait).toBeGreaterThanOrEqual(least);
        expect(wait).toBeLessThanOrEqual(most);
      }),
    );
  });

  it('backoff doubles with the latest failure', () => {
    const plan = { intervalMs: hour, phase: 1, random: 0.5 };
    const state = targetState({ failures: 2 });
    expect(nextCheckAfterFailure(state, { kind: 'timeout' }, now, plan)).toBe(now + 2 * minute);
  });

  it.each(['no-key', 'no-permission'] as const)('the slot is kept while there is %s', (kind) => {
    const plan = { intervalMs: hour, phase: 1, random: 0 };
    const state = targetState({ nextCheckAt: now + 7 * minute });
    expect(nextCheckAfterFailure(state, { kind }, now, plan)).toBe(now + 7 * minute);
  });

  it('only errors on our side do not count as failures', () => {
    expect(isLocalError({ kind: 'offline' })).toBe(true);
    expect(isLocalError({ kind: 'no-permission' })).toBe(true);
    expect(isLocalError({ kind: 'no-key' })).toBe(true);
    expect(isLocalError({ kind: 'network' })).toBe(false);
    expect(isLocalError({ kind: 'server', status: 500 })).toBe(false);
  });
});
