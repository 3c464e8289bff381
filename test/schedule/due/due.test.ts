import { describe, expect, it } from 'vitest';
import { connectionAfterFailure, connectionAfterListing } from '@/utils/schedule/connection-block';
import { checkNowBlockedUntil, dueAt } from '@/utils/schedule/due';
import { countRead } from '@/utils/schedule/read-budget';
import type { ServiceError } from '@/utils/services/result';
import { newTarget } from '@/utils/state/target-state';
import { clockHour, topOfHour } from '@/utils/time';
import {
  checked,
  day,
  firstTarget,
  hour,
  minute,
  monitoredConnection,
  now,
  targetState,
} from '../../builders';
import { firstDueAt } from './first-due-at';

describe('a target', () => {
  it('is due in its slot', () => {
    expect(firstDueAt({ targets: [checked({ nextCheckAt: now + 3 * minute })] })).toBe(
      now + 3 * minute,
    );
    expect(firstDueAt({ targets: [checked({ nextCheckAt: now - 1 })] })).toBeLessThanOrEqual(now);
  });

  it('is due in its slot if never checked, or checked at this instant', () => {
    const nextCheckAt = now + 3 * minute;
    expect(firstDueAt({ targets: [targetState({ nextCheckAt })] })).toBe(nextCheckAt);
    const last = { at: now, tookMs: 0 };
    expect(firstDueAt({ targets: [targetState({ nextCheckAt, last })] })).toBe(nextCheckAt);
  });

  it('is due at once when just added', () => {
    expect(firstDueAt({ targets: [newTarget(now)] })).toBe(now);
  });

  it('is never due while its connection is paused, requested or not', () => {
    const connection = { paused: true };
    expect(firstDueAt({ connection })).toBe(Number.POSITIVE_INFINITY);
    expect(firstDueAt({ connection, state: { askedAt: now } })).toBe(Number.POSITIVE_INFINITY);
  });

  it('is due at once after the clock was set back', () => {
    const last = { at: now, tookMs: 10 };
    const targets = [targetState({ last, nextCheckAt: now + 5 * minute })];
    expect(firstDueAt({ targets }, now - 30 * day)).toBe(now - 30 * day);
  });

  it('ignores a block from before the clock was set back', () => {
    const blocked = { by: 'rate-limit' as const, since: now, until: now + hour };
    const targets = [checked({ nextCheckAt: now - day })];
    expect(firstDueAt({ state: { blocked }, targets }, now)).toBe(now + hour);
    expect(firstDueAt({ state: { blocked }, targets }, now - minute)).toBe(now - minute);
  });
});

describe('a connection whose key is rejected', () => {
  const error = { kind: 'refused' as const, status: 401 };
  const connection = { service: 'synposter' as const };
  /** A connection whose key was rejected twice, a minute apart. */
  const rejectedAt = (at: number) =>
    connectionAfterFailure(connectionAfterFailure({}, error, at - minute), error, at);
  const targets = [checked(), checked(), checked({ nextCheckAt: now - day })];

  it('is checked through one target only, six hours later', () => {
    const state = rejectedAt(now);
    const refused = monitoredConnection({ connection, state, targets });
    const times = refused.targets.map((target) => dueAt(refused, target, now));
    expect(times).toEqual([now + 6 * hour, Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY]);
  });

  it('is blocked for six hours again, and keeps the time of the first rejection', () => {
    const first = rejectedAt(now);
    const second = connectionAfterFailure(first, error, now + 6 * hour);
    const blocked = { by: 'refusal', since: now + 6 * hour, until: now + 12 * hour };
    expect(second).toEqual({ refusedSince: now, blocked });
  });

  it('is checked at once on request, still through one target', () => {
    const state = { ...rejectedAt(now), askedAt: now + minute };
    const refused = monitoredConnection({ connection, state, targets });
    const times = refused.targets.map((target) => dueAt(refused, target, now + minute));
    expect(times).toEqual([now + minute, Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY]);
    expect(checkNowBlockedUntil(refused, now + minute)).toBeUndefined();
  });

  it.each<[string, ServiceError]>([
    ['is unknown', { kind: 'profile-unknown' }],
    ['is malformed', { kind: 'bad-request' }],
    ['breaks the service', { kind: 'server', status: 500 }],
    ['cannot be read', { kind: 'unreadable', reason: 'shape' }],
  ])('is checked through another target if the first one %s', (_, own) => {
    const state = rejectedAt(now - 7 * hour);
    const failing = checked({ last: { at: now - minute, tookMs: 1, error: own } });
    const refused = monitoredConnection({ connection, state, targets: [failing, checked()] });
    const times = refused.targets.map((target) => dueAt(refused, target, now));
    expect(times.map(Number.isFinite)).toEqual([false, true]);
    const all = monitoredConnection({ connection, state, targets: [failing, failing] });
    expect(Number.isFinite(dueAt(all, firstTarget(all), now))).toBe(true);
  });

  it('continues as before after a listing', () => {
    const state = rejectedAt(now);
    expect(connectionAfterListing(state, now + hour, now + hour)).toEqual({});
  });
});

describe('a connection', () => {
  it('keeps a block that is newer than the request of a listing', () => {
    const error = { kind: 'rate-limited' as const, until: now + hour };
    const state = connectionAfterFailure({ refusedSince: now - hour }, error, now);
    expect(state.blocked).toEqual({ by: 'rate-limit', since: now, until: now + hour });
    expect(connectionAfterListing(state, now - 1, now)).toBe(state);
    expect(connectionAfterListing(state, now, now)).toEqual({});
  });

  it('drops a block from before the clock was set back after a listing', () => {
    const state = connectionAfterFailure({}, { kind: 'refused', status: 401 }, now + hour);
    expect(connectionAfterListing(state, now - 1, now)).toEqual({});
  });

  it.each(['offline', 'network', 'timeout', 'profile-unknown', 'no-permission'] as const)(
    'is not blocked by the error %s of one target',
    (kind) => {
      const state = { askedAt: now };
      expect(connectionAfterFailure(state, { kind }, now)).toBe(state);
    },
  );

  it('may be checked again when its limit is over', () => {
    const error = { kind: 'rate-limited' as const, until: now + 5 * minute };
    const limited = monitoredConnection({ state: connectionAfterFailure({}, error, now) });
    expect(checkNowBlockedUntil(limited, now)).toBe(now + 5 * minute);
    expect(checkNowBlockedUntil(limited, now + 5 * minute)).toBeUndefined();
  });

  it('may be checked again at the top of the hour when its reads are used', () => {
    const used = monitoredConnection({ state: { reads: { hour: clockHour(now), used: 20 } } });
    expect(checkNowBlockedUntil(used, now)).toBe(topOfHour(now));
    expect(checkNowBlockedUntil(used, topOfHour(now))).toBeUndefined();
    // The reads are those of a future hour if the clock was set back.
    expect(checkNowBlockedUntil(used, now - hour)).toBeUndefined();
  });
});

describe('reads', () => {
  it('are counted per clock hour', () => {
    const once = countRead({ askedAt: now }, now);
    expect(once).toEqual({ askedAt: now, reads: { hour: clockHour(now), used: 1 } });
    expect(countRead(once, now + minute).reads?.used).toBe(2);
    expect(countRead(once, topOfHour(now)).reads).toEqual({ hour: clockHour(now) + 1, used: 1 });
  });
});

describe('topOfHour', () => {
  it('is the next full hour, an hour away at the full hour itself', () => {
    expect(topOfHour(Date.UTC(2026, 4, 4, 9, 30))).toBe(Date.UTC(2026, 4, 4, 10));
    expect(topOfHour(Date.UTC(2026, 4, 4, 10))).toBe(Date.UTC(2026, 4, 4, 11));
    expect(topOfHour(Date.UTC(2026, 11, 31, 23, 59, 59))).toBe(Date.UTC(2027, 0, 1));
  });
});
