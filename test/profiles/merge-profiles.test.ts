import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mergeProfiles } from '@/utils/profiles/merge-profiles';
import { profilesDueAt } from '@/utils/schedule/profiles-due';
import { findProfilesEveryMs } from '@/utils/state/app-state';
import type { Connection } from '@/utils/state/connection';
import {
  checked,
  connection,
  hour,
  minute,
  monitoredConnection,
  now,
  second,
  targetState,
} from '../builders';

const none = new Set<string>();
const agency = (changes: Partial<Connection> = {}) =>
  connection({
    service: 'synposter',
    profilesFrom: 'all',
    profiles: [
      { id: 'p1', name: 'One' },
      { id: 'p2', name: 'Two' },
    ],
    ...changes,
  });
const ids = (profiles: readonly { id: string }[] = []) => profiles.map(({ id }) => id);

describe('listed profiles', () => {
  it('are monitored if all profiles are, and offered if some were chosen', () => {
    const found = [{ id: 'p1' }, { id: 'p2' }, { id: 'p3' }];
    const all = mergeProfiles(agency(), found, none).connection;
    expect(ids(all.profiles)).toEqual(['p1', 'p2', 'p3']);
    const some = mergeProfiles(agency({ profilesFrom: 'chosen' }), found, none).connection;
    expect(ids(some.profiles)).toEqual(['p1', 'p2']);
    expect(ids(some.otherProfiles)).toEqual(['p3']);
  });

  it('get their current names', () => {
    const renamed = [
      { id: 'p1', name: 'Uno' },
      { id: 'p2', name: 'Two' },
    ];
    expect(mergeProfiles(agency(), renamed, none).connection.profiles).toEqual(renamed);
  });

  it('do not retire a missing profile before the service calls it unknown', () => {
    const short = mergeProfiles(agency(), [{ id: 'p1' }], none);
    expect(short.retired).toEqual([]);
    const empty = mergeProfiles(short.connection, [], none);
    expect(empty.retired).toEqual([]);
    expect(ids(empty.connection.profiles)).toEqual(['p1', 'p2']);
  });

  it('retire a missing profile once the service calls it unknown, and no other', () => {
    const { retired, connection: after } = mergeProfiles(
      agency(),
      [{ id: 'p1' }],
      new Set(['p1', 'p2']),
    );
    expect(retired).toEqual(['p2']);
    expect(ids(after.profiles)).toEqual(['p1']);
  });

  it('bring back a retired profile that had been chosen', () => {
    const chosen = agency({ profilesFrom: 'chosen', otherProfiles: [{ id: 'p3' }] });
    const gone = mergeProfiles(chosen, [{ id: 'p1' }, { id: 'p3' }], new Set(['p2'])).connection;
    expect(ids(gone.profiles)).toEqual(['p1']);
    const still = mergeProfiles(gone, [{ id: 'p1' }, { id: 'p3' }], none).connection;
    expect(still).toEqual({ ...gone, profiles: [{ id: 'p1' }] });
    const found = [{ id: 'p1' }, { id: 'p2' }, { id: 'p3' }, { id: 'p4' }];
    const back = mergeProfiles(still, found, none).connection;
    expect(ids(back.profiles)).toEqual(['p1', 'p2']);
    expect(ids(back.otherProfiles)).toEqual(['p3', 'p4']);
    expect(back).not.toHaveProperty('retiredChoice');
  });

  it('never make a profile both monitored and not, or monitored twice', () => {
    const some = fc.uniqueArray(fc.constantFrom('a', 'b', 'c', 'd', 'e'), { maxLength: 5 });
    const from = fc.constantFrom('all' as const, 'chosen' as const);
    fc.assert(
      fc.property(some, some, some, some, from, (watched, others, found, unknown, profilesFrom) => {
        const before = agency({
          profilesFrom,
          profiles: watched.map((id) => ({ id })),
          otherProfiles: others.filter((id) => !watched.includes(id)).map((id) => ({ id })),
        });
        const listed = found.map((id) => ({ id }));
        const { connection: after } = mergeProfiles(before, listed, new Set(unknown));
        const known = [...ids(after.profiles), ...ids(after.otherProfiles)];
        expect(new Set(known).size).toBe(known.length);
        for (const id of found) expect(known).toContain(id);
      }),
    );
  });
});

describe('the next profile listing', () => {
  const looked = (at: number) => ({ profilesCheck: { at, nextAt: at + findProfilesEveryMs } });
  const due = (
    state: Parameters<typeof monitoredConnection>[0] = {},
    changes: Partial<Connection> = { profilesFrom: 'all' },
  ) =>
    profilesDueAt(
      monitoredConnection({ ...state, connection: { service: 'synposter', ...changes } }),
      now,
    );

  it('is due at once if there was none, and within an hour of the last', () => {
    expect(due()).toBe(now);
    const next = due({ state: looked(now - minute) });
    expect(next).toBeGreaterThan(now);
    expect(next).toBeLessThan(now - minute + hour);
  });

  it('is never due if ids were typed, the connection is paused or its key is rejected', () => {
    expect(due({}, {})).toBe(Number.POSITIVE_INFINITY);
    expect(due({}, { profilesFrom: 'all', paused: true })).toBe(Number.POSITIVE_INFINITY);
    expect(due({ state: { refusedSince: now } })).toBe(Number.POSITIVE_INFINITY);
  });

  it('is due at once on request', () => {
    expect(due({ state: { ...looked(now - minute), askedAt: now - second } })).toBe(now);
  });

  it('is due at once when the service calls a profile unknown', () => {
    const unknown = targetState({
      last: { at: now - second, tookMs: 1, error: { kind: 'profile-unknown' } },
    });
    expect(due({ state: looked(now - minute), targets: [checked(), unknown] })).toBe(now);
    expect(due({ state: looked(now), targets: [checked(), unknown] })).toBeGreaterThan(now);
  });

  it('waits for the end of a limit', () => {
    const blocked = { by: 'rate-limit' as const, since: now - minute, until: now + 2 * hour };
    expect(due({ state: { blocked } })).toBe(now + 2 * hour);
  });

  it('is due at once if the last one lies in the future', () => {
    expect(due({ state: looked(now + 5 * hour) })).toBe(now);
  });
});
