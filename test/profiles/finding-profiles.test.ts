import { describe, expect, it } from 'vitest';
import type { ServiceError } from '@/utils/services/result';
import { connectionProblem, isFindingProfiles, watchesPosts } from '@/utils/state/app-state';
import { droppedTargets } from '@/utils/state/connection';
import { defaultSettings } from '@/utils/state/settings';
import { checked, connection, type MonitoredChanges, monitoredConnection, now } from '../builders';

const listing = { at: now, nextAt: now + 1 };
const none = { service: 'synposter' as const, profilesFrom: 'all' as const, profiles: [] };

describe('a connection that finds its profiles', () => {
  it('is finding them until the first listing', () => {
    const isSo = (changes: MonitoredChanges) =>
      isFindingProfiles(monitoredConnection({ targets: [], ...changes }));
    expect(isSo({ connection: none })).toBe(true);
    expect(isSo({ connection: none, state: { profilesCheck: listing } })).toBe(false);
    expect(isSo({ connection: { ...none, profilesFrom: 'chosen' } })).toBe(false);
    const found = { service: 'synposter', profilesFrom: 'all' } as const;
    expect(isSo({ connection: found, targets: [checked()] })).toBe(false);
  });

  it('shows the problem of its listing only while there is nothing to check', () => {
    const error = { kind: 'timeout' } as const;
    const state = { profilesCheck: { ...listing, error } };
    expect(connectionProblem(monitoredConnection({ connection: none, state }))).toEqual(error);
    const found = { service: 'synposter', profilesFrom: 'all' } as const;
    expect(connectionProblem(monitoredConnection({ connection: found, state }))).toBeUndefined();
    expect(connectionProblem(monitoredConnection({ connection: none }))).toBeUndefined();
    const listed = { connection: none, state: { profilesCheck: listing } };
    expect(connectionProblem(monitoredConnection(listed))).toBeUndefined();
  });

  it('drops the targets it no longer monitors, and no others', () => {
    const service = 'synposter';
    const before = connection({ service, profiles: [{ id: 'p1' }, { id: 'p2' }] });
    const after = connection({ service, profiles: [{ id: 'p2' }, { id: 'p3' }] });
    expect(droppedTargets(before, after)).toEqual([{ connectionId: 'c1', profileId: 'p1' }]);
  });
});

it('of two problems, the one that a person can fix is shown', () => {
  const worstFirst: ServiceError[] = [
    { kind: 'no-permission' },
    { kind: 'no-key' },
    { kind: 'refused', status: 401 },
    { kind: 'profile-unknown' },
    { kind: 'bad-request' },
    { kind: 'rate-limited', until: now },
    { kind: 'unreadable', reason: 'html' },
    { kind: 'server', status: 500 },
    { kind: 'timeout' },
    { kind: 'network' },
    { kind: 'offline' },
  ];
  worstFirst.slice(1).forEach((lesser, i) => {
    const worse = worstFirst[i];
    const targets = [lesser, worse].map((error) =>
      checked({ last: { at: now, tookMs: 1, ...(error && { error }) } }),
    );
    const both = monitoredConnection({ connection: { service: 'synposter' }, targets });
    expect(connectionProblem(both)).toEqual(worse);
  });
});

it('posts are read if the user wants it and the service lists them', () => {
  const on = { ...defaultSettings, watchPosts: true };
  expect(watchesPosts(connection(), on)).toBe(true);
  expect(watchesPosts(connection(), { ...on, watchPosts: false })).toBe(false);
  expect(watchesPosts(connection({ service: 'synposter' }), on)).toBe(false);
});
