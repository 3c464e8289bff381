import { describe, expect, it } from 'vitest';
import { connectionAfterFailure, haltsConnection } from '@/utils/schedule/connection-block';
import { countRead } from '@/utils/schedule/read-budget';
import { clockHour } from '@/utils/time';
import { day, hour, minute, now } from '../builders';

describe('a rejection', () => {
  const error = { kind: 'refused' as const, status: 401 };
  const limited = connectionAfterFailure({}, { kind: 'rate-limited', until: now + minute }, now);
  const bySelf = { by: 'refusal', since: now + minute, until: now + minute + 6 * hour };

  it('does not replace a running limit, because “Check now” passes a rejection', () => {
    const state = connectionAfterFailure(limited, error, now + minute - 1);
    expect(state).toEqual({ ...limited, refusedOnceAt: now + minute - 1 });
  });

  it('replaces a limit that is over', () => {
    const state = connectionAfterFailure(limited, error, now + minute);
    const blocked = { by: 'refusal', since: now + minute, until: now + 2 * minute };
    expect(state).toEqual({ refusedOnceAt: now + minute, blocked });
  });

  it('replaces an earlier rejection', () => {
    const state = connectionAfterFailure(
      connectionAfterFailure({}, error, now),
      error,
      now + minute,
    );
    expect(state).toEqual({ refusedSince: now + minute, blocked: bySelf });
  });

  it('still counts as one within a minute', () => {
    const first = connectionAfterFailure({}, error, now);
    const second = connectionAfterFailure(first, error, now + minute - 1);
    expect(second).toMatchObject({ refusedOnceAt: now, blocked: { until: now + minute } });
    expect(second).not.toHaveProperty('refusedSince');
  });
});

it('waits out the Retry-After of a 503 like that of a 429', () => {
  const error = { kind: 'server' as const, status: 503, until: now + hour };
  expect(haltsConnection(error)).toBe(true);
  const { blocked } = connectionAfterFailure({}, error, now);
  expect(blocked).toEqual({ by: 'rate-limit', since: now, until: now + hour });
  const endless = connectionAfterFailure({}, { ...error, until: now + 90 * day }, now);
  expect(endless.blocked?.until).toBe(now + day);
  expect(connectionAfterFailure({}, { kind: 'server', status: 503 }, now)).toEqual({});
});

it('a short Retry-After does not end a longer one', () => {
  const limited = connectionAfterFailure({}, { kind: 'rate-limited', until: now + hour }, now);
  const short = { kind: 'server' as const, status: 503, until: now + 5_000 };
  expect(connectionAfterFailure(limited, short, now + 1)).toEqual(limited);
  // A block from the future means the clock was set back.
  const earlier = { ...short, until: now - day + minute };
  const { blocked } = connectionAfterFailure(limited, earlier, now - day);
  expect(blocked?.until).toBe(now - day + minute);
});

it('reads of an earlier or later hour do not count', () => {
  for (const other of [clockHour(now) - 1, clockHour(now) + 1]) {
    const { reads } = countRead({ reads: { hour: other, used: 7 } }, now);
    expect(reads).toEqual({ hour: clockHour(now), used: 1 });
  }
});
