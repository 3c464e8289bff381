import { describe, expect, it } from 'vitest';
import { isStale } from '@/utils/schedule/freshness';
import { readsUsed } from '@/utils/schedule/read-budget';
import type { ServiceError } from '@/utils/services/result';
import {
  connectionProblem,
  findProfilesEveryMs,
  isCheckRequested,
  oldestData,
} from '@/utils/state/app-state';
import { defaultSettings } from '@/utils/state/settings';
import { clockHour } from '@/utils/time';
import {
  checked,
  firstTarget,
  hour,
  type MonitoredChanges,
  minute,
  monitoredConnection,
  now,
  targetState,
} from '../builders';

const synposter = { service: 'synposter' as const };

function failed(error: ServiceError) {
  return checked({ last: { at: now, tookMs: 1, error } });
}

describe('connectionProblem', () => {
  it('is undefined if the last checks succeeded', () => {
    expect(connectionProblem(monitoredConnection())).toBeUndefined();
    expect(connectionProblem(monitoredConnection({ targets: [targetState()] }))).toBeUndefined();
  });

  it('prefers one that only a person can fix', () => {
    const targets = [
      checked(),
      failed({ kind: 'timeout' }),
      failed({ kind: 'profile-unknown' }),
      failed({ kind: 'server', status: 500 }),
    ];
    const problem = connectionProblem(monitoredConnection({ connection: synposter, targets }));
    expect(problem).toEqual({ kind: 'profile-unknown' });
  });

  it('prefers a rejected key to all others but lost host access', () => {
    const refused: ServiceError = { kind: 'refused', status: 401 };
    const problemOf = (...errors: ServiceError[]) =>
      connectionProblem(
        monitoredConnection({ connection: synposter, targets: errors.map(failed) }),
      );
    expect(problemOf({ kind: 'bad-request' }, refused, { kind: 'offline' })).toEqual(refused);
    expect(problemOf(refused, { kind: 'no-permission' })).toEqual({ kind: 'no-permission' });
  });

  it('is undefined while the connection is paused', () => {
    const connection = { paused: true };
    const targets = [failed({ kind: 'refused', status: 401 })];
    expect(connectionProblem(monitoredConnection({ connection, targets }))).toBeUndefined();
  });
});

describe('the age of data', () => {
  const limit = 3 * defaultSettings.checkEveryMinutes * minute;

  it('is that of the oldest target that answered', () => {
    const targets = [checked({ listedAt: now }), checked({ listedAt: now - hour }), targetState()];
    expect(oldestData(monitoredConnection({ connection: synposter, targets }))).toBe(now - hour);
  });

  it('is unknown before the first answer', () => {
    expect(oldestData(monitoredConnection({ targets: [targetState()] }))).toBeUndefined();
  });

  it('is old after more than three intervals for any target', () => {
    const withTargets = (listedAt: number) =>
      monitoredConnection({ connection: synposter, targets: [checked(), checked({ listedAt })] });
    expect(isStale(withTargets(now - limit), defaultSettings, now)).toBe(false);
    expect(isStale(withTargets(now - limit - 1), defaultSettings, now)).toBe(true);
  });

  it('counts from when the connection was added if it never answered', () => {
    const added = (addedAt: number) =>
      monitoredConnection({ connection: { addedAt }, targets: [targetState()] });
    expect(isStale(added(now - limit), defaultSettings, now)).toBe(false);
    expect(isStale(added(now - limit - 1), defaultSettings, now)).toBe(true);
  });

  it('depends on the interval', () => {
    const connection = monitoredConnection({ targets: [checked({ listedAt: now - hour })] });
    const rarely = { ...defaultSettings, checkEveryMinutes: 60 as const };
    expect(isStale(connection, defaultSettings, now)).toBe(true);
    expect(isStale(connection, rarely, now)).toBe(false);
  });

  it('is that of the profile listing if that fails and no profile is known', () => {
    const failedLook = (listedAt?: number) => ({
      profilesCheck: {
        at: now,
        nextAt: now,
        error: { kind: 'timeout' as const },
        ...(listedAt !== undefined && { listedAt }),
      },
    });
    const isOldNow = (changes: MonitoredChanges) =>
      isStale(monitoredConnection({ targets: [], ...changes }), defaultSettings, now);
    const added = (addedAt: number) => ({ ...synposter, addedAt });
    expect(isOldNow({ connection: added(now - limit), state: failedLook() })).toBe(false);
    expect(isOldNow({ connection: added(now - limit - 1), state: failedLook() })).toBe(true);
    const three = 3 * findProfilesEveryMs;
    expect(isOldNow({ connection: added(0), state: failedLook(now - three) })).toBe(false);
    expect(isOldNow({ connection: added(0), state: failedLook(now - three - 1) })).toBe(true);
    const well = { profilesCheck: { at: 0, nextAt: 0 } };
    expect(isOldNow({ connection: added(0), state: well })).toBe(false);
  });

  it('does not matter while the connection is paused', () => {
    const connection = { paused: true };
    const paused = monitoredConnection({ connection, targets: [checked({ listedAt: 0 })] });
    expect(isStale(paused, defaultSettings, now)).toBe(false);
  });
});

describe('isCheckRequested', () => {
  it.each([
    ['nobody asked', {}, checked(), false],
    ['somebody asked since the last check', { askedAt: now }, checked(), true],
    ['somebody asked and it was never checked', { askedAt: now }, targetState(), true],
    [
      'it was last checked at the instant of the request',
      { askedAt: now - 10 * minute },
      checked(),
      false,
    ],
    ['it was checked since', { askedAt: now - hour }, checked(), false],
    ['the clock was set back since', { askedAt: now + 1 }, checked(), false],
  ])('knows that %s', (_, state, target, expected) => {
    const connection = monitoredConnection({ state, targets: [target] });
    expect(isCheckRequested(connection, firstTarget(connection), now)).toBe(expected);
  });
});

describe('readsUsed', () => {
  it('counts the reads of this clock hour only', () => {
    const connection = monitoredConnection({ state: { reads: { hour: clockHour(now), used: 7 } } });
    expect(readsUsed(connection, now)).toEqual({ used: 7, limit: 20 });
    expect(readsUsed(connection, now + hour)).toEqual({ used: 0, limit: 20 });
    expect(readsUsed(monitoredConnection(), now)).toEqual({ used: 0, limit: 20 });
  });

  it('is undefined for a service without a limit', () => {
    expect(readsUsed(monitoredConnection({ connection: synposter }), now)).toBeUndefined();
  });

  it('starts again with the UTC hour, not 60 minutes after the first read', () => {
    const before = Date.UTC(2026, 4, 4, 9, 59, 59, 999);
    expect(clockHour(before + 1)).toBe(clockHour(before) + 1);
    expect(clockHour(before)).toBe(clockHour(Date.UTC(2026, 4, 4, 9)));
  });
});
