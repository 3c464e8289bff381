import { describe, expect, it } from 'vitest';
import { profilesDueAt } from '@/utils/schedule/profiles-due';
import { findProfilesEveryMs } from '@/utils/state/app-state';
import type { Connection } from '@/utils/state/connection';
import {
  checked,
  hour,
  type MonitoredChanges,
  minute,
  monitoredConnection,
  now,
  second,
  targetState,
} from '../../builders';

const listedAt = (at: number) => ({ profilesCheck: { at, nextAt: at + findProfilesEveryMs } });

function due(
  changes: MonitoredChanges = {},
  connection: Partial<Connection> = { profilesFrom: 'all' },
): number {
  const agency = { service: 'synposter', ...connection } as const;
  return profilesDueAt(monitoredConnection({ ...changes, connection: agency }), now);
}

describe('the next profile listing', () => {
  const last = { at: now - minute, nextAt: now + 9 * minute };

  it('is due at once if there was none, and within an hour of the last', () => {
    expect(due()).toBe(now);
    const next = due({ state: listedAt(now - minute) });
    expect(next).toBeGreaterThan(now);
    expect(next).toBeLessThan(now - minute + hour);
  });

  it('is never due if ids were typed, the connection is paused or its key is rejected', () => {
    expect(due({}, {})).toBe(Number.POSITIVE_INFINITY);
    expect(due({}, { profilesFrom: 'all', paused: true })).toBe(Number.POSITIVE_INFINITY);
    expect(due({ state: { refusedSince: now } })).toBe(Number.POSITIVE_INFINITY);
  });

  it('is due at once on request', () => {
    expect(due({ state: { ...listedAt(now - minute), askedAt: now - second } })).toBe(now);
  });

  it('is due at once when the service calls a profile unknown', () => {
    const unknown = targetState({
      last: { at: now - second, tookMs: 1, error: { kind: 'profile-unknown' } },
    });
    expect(due({ state: listedAt(now - minute), targets: [checked(), unknown] })).toBe(now);
    expect(due({ state: listedAt(now), targets: [checked(), unknown] })).toBeGreaterThan(now);
  });

  it('waits for the end of a limit', () => {
    const blocked = { by: 'rate-limit' as const, since: now - minute, until: now + 2 * hour };
    expect(due({ state: { blocked } })).toBe(now + 2 * hour);
  });

  it('is due at once if the last one lies in the future', () => {
    expect(due({ state: listedAt(now + 5 * hour) })).toBe(now);
  });

  it('keeps its time if the request is older than the last listing or in the future', () => {
    for (const askedAt of [last.at, now + second]) {
      expect(due({ state: { profilesCheck: last, askedAt } })).toBe(last.nextAt);
    }
    expect(due({ state: { profilesCheck: last, askedAt: now } })).toBe(now);
  });

  it('keeps its time while checks fail for other reasons than an unknown profile', () => {
    const target = checked({ last: { at: now, tookMs: 1, error: { kind: 'timeout' } } });
    expect(due({ state: { profilesCheck: last }, targets: [target] })).toBe(last.nextAt);
  });

  it('keeps its time while a profile just found waits for its first check', () => {
    expect(due({ state: { profilesCheck: last }, targets: [targetState()] })).toBe(last.nextAt);
  });

  it('keeps its time if the last listing already knew the unknown profile', () => {
    const target = checked({
      last: { at: last.at, tookMs: 1, error: { kind: 'profile-unknown' } },
    });
    expect(due({ state: { profilesCheck: last }, targets: [target] })).toBe(last.nextAt);
  });

  it('is not made before a limit is over, even on request', () => {
    const blocked = { by: 'rate-limit' as const, since: now - minute, until: now + minute };
    expect(due({ state: { profilesCheck: last, askedAt: now, blocked } })).toBe(now + minute);
  });

  it('keeps its time if the last listing was made at this instant', () => {
    const profilesCheck = { at: now, nextAt: now + minute };
    expect(due({ state: { profilesCheck } })).toBe(now + minute);
  });
});
