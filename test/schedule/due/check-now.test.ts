import { describe, expect, it } from 'vitest';
import { connectionAfterFailure } from '@/utils/schedule/connection-block';
import { checkNowBlockedUntil, minRequestGapMs } from '@/utils/schedule/due';
import {
  checked,
  day,
  hour,
  minute,
  monitoredConnection,
  now,
  second,
  targetState,
} from '../../builders';
import { firstDueAt } from './first-due-at';

describe('a requested target', () => {
  const slot = now + 10 * minute;

  it('is due at once', () => {
    const targets = [checked({ nextCheckAt: slot, last: { at: now - minute, tookMs: 1 } })];
    expect(firstDueAt({ state: { askedAt: now }, targets })).toBe(now);
  });

  it('is due 10 seconds after its connection was checked last', () => {
    const last = { at: now - 4 * second, tookMs: 1 };
    const targets = [checked({ nextCheckAt: slot, last })];
    expect(firstDueAt({ state: { askedAt: now }, targets })).toBe(now + 6 * second);
    expect(minRequestGapMs).toBe(10 * second);
  });

  it('is also due 10 seconds after other targets, unless they were requested together', () => {
    const connection = { service: 'synposter' as const };
    const own = checked({ nextCheckAt: slot });
    const before = checked({ last: { at: now - 4 * second, tookMs: 1 } });
    const after = checked({ last: { at: now + 1, tookMs: 1 } });
    const state = { askedAt: now };
    expect(firstDueAt({ connection, state, targets: [own, before] })).toBe(now + 6 * second);
    expect(firstDueAt({ connection, state, targets: [own, after] }, now + 2)).toBe(now + 2);
    const meanwhile = checked({ last: { at: now, tookMs: 1 } });
    expect(firstDueAt({ connection, state, targets: [own, meanwhile] })).toBe(now);
    expect(firstDueAt({ connection, state, targets: [own, targetState()] })).toBe(now);
  });

  it('returns to its slot after the check', () => {
    const targets = [checked({ nextCheckAt: slot, last: { at: now + 1, tookMs: 1 } })];
    expect(firstDueAt({ state: { askedAt: now }, targets }, now + 2)).toBe(slot);
  });

  it('keeps its slot if it was requested before the clock was set back', () => {
    const targets = [checked({ nextCheckAt: slot })];
    expect(firstDueAt({ state: { askedAt: now + day }, targets })).toBe(slot);
  });
});

describe('Check now', () => {
  const refused = connectionAfterFailure({}, { kind: 'refused', status: 401 }, now);
  const limit = { kind: 'rate-limited' as const, until: now + hour };
  const at = now + minute;

  it('passes the block of a rejected key', () => {
    const state = { ...refused, askedAt: at };
    expect(checkNowBlockedUntil(monitoredConnection({ state }), at)).toBeUndefined();
    expect(firstDueAt({ state }, at)).toBe(at);
  });

  it.each([
    ['of a key that works', {}],
    ['of a key that is refused', refused],
  ])('never passes the rate limit %s', (_, before) => {
    const state = { ...connectionAfterFailure(before, limit, now), askedAt: at };
    expect(checkNowBlockedUntil(monitoredConnection({ state }), at)).toBe(limit.until);
    expect(firstDueAt({ state }, at)).toBe(limit.until);
  });
});
