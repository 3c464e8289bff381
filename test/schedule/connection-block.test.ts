import { describe, expect, it } from 'vitest';
import { connectionAfterFailure } from '@/utils/schedule/connection-block';
import { countRead } from '@/utils/schedule/read-budget';
import { clockHour } from '@/utils/time';
import { hour, minute, now } from '../builders';

describe('a refusal', () => {
  const error = { kind: 'refused' as const, status: 401 };
  const limited = connectionAfterFailure({}, { kind: 'rate-limited', until: now + minute }, now);
  const bySelf = { by: 'refusal', since: now + minute, until: now + minute + 6 * hour };

  it('does not take the place of a limit that holds: "Check now" would pass it', () => {
    const state = connectionAfterFailure(limited, error, now + minute - 1);
    expect(state).toEqual({ ...limited, refusedSince: now + minute - 1 });
  });

  it('takes the place of a limit that is over', () => {
    const state = connectionAfterFailure(limited, error, now + minute);
    expect(state).toEqual({ refusedSince: now + minute, blocked: bySelf });
  });

  it('takes the place of an earlier refusal', () => {
    const state = connectionAfterFailure(
      connectionAfterFailure({}, error, now),
      error,
      now + minute,
    );
    expect(state).toEqual({ refusedSince: now, blocked: bySelf });
  });
});

it('reads of another hour than this do not count, be it before or after', () => {
  for (const other of [clockHour(now) - 1, clockHour(now) + 1]) {
    const { reads } = countRead({ reads: { hour: other, used: 7 } }, now);
    expect(reads).toEqual({ hour: clockHour(now), used: 1 });
  }
});
