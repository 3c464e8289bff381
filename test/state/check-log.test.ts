import { describe, expect, it } from 'vitest';
import { failure, success } from '@/utils/services/result';
import { type LoggedCheck, logCheck, outcomeOf } from '@/utils/state/check-log';
import { listed, listing, now } from '../builders';

const check = (at: number): LoggedCheck => ({
  at,
  tookMs: 1,
  target: 'c1',
  outcome: { kind: 'failed', error: { kind: 'timeout' } },
});

describe('the log of checks', () => {
  it('ends with the last one', () => {
    expect(logCheck([check(now)], check(now + 1))).toEqual([check(now), check(now + 1)]);
  });

  it('has at most the last 200', () => {
    const full = Array.from({ length: 200 }, (_, i) => check(now + i));
    expect(logCheck(full, check(now + 200))).toEqual([...full.slice(1), check(now + 200)]);
  });
});

describe('the result of a check', () => {
  it('counts accounts and unreadable entries, and names none', () => {
    const result = success(listing([listed()], { ids: ['2', '3'], unidentified: 1 }));
    expect(outcomeOf(result)).toEqual({ kind: 'listing', accounts: 1, unreadable: 3 });
  });

  it('is the error if it failed', () => {
    const error = { kind: 'refused', status: 401 } as const;
    expect(outcomeOf(failure(error))).toEqual({ kind: 'failed', error });
  });
});
