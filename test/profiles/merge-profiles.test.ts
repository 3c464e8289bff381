import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mergeProfiles, nextListAfterFailure } from '@/utils/profiles/merge-profiles';
import type { ServiceError } from '@/utils/services/result';
import type { Connection } from '@/utils/state/connection';
import { connection, day, minute, now } from '../builders';

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
  const oneChosen = agency({
    profilesFrom: 'chosen',
    profiles: [{ id: 'p1' }],
    otherProfiles: [{ id: 'p2', name: 'Two' }, { id: 'p3' }],
  });

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

  it('rename profiles that are not monitored, and drop those that are gone', () => {
    const found = [{ id: 'p1' }, { id: 'p2', name: 'Second' }];
    const after = mergeProfiles(oneChosen, found, none);
    expect(after.connection.otherProfiles).toEqual([{ id: 'p2', name: 'Second' }]);
    expect(after.retired).toEqual([]);
    expect(mergeProfiles(oneChosen, [{ id: 'p1' }], none).connection).not.toHaveProperty(
      'otherProfiles',
    );
  });

  it('leave none unmonitored if all are monitored', () => {
    const all = { ...oneChosen, profilesFrom: 'all' as const, otherProfiles: [] };
    const found = [{ id: 'p1' }, { id: 'p9' }];
    expect(mergeProfiles(all, found, none).connection).not.toHaveProperty('otherProfiles');
  });

  it('never make a profile both monitored and not, or monitored twice', () => {
    const some = fc.uniqueArray(fc.constantFrom('a', 'b', 'c', 'd', 'e'), { maxLength: 5 });
    const from = fc.constantFrom('all' as const, 'chosen' as const);
    fc.assert(
      fc.property(
        some,
        some,
        some,
        some,
        from,
        (monitored, others, found, unknown, profilesFrom) => {
          const before = agency({
            profilesFrom,
            profiles: monitored.map((id) => ({ id })),
            otherProfiles: others.filter((id) => !monitored.includes(id)).map((id) => ({ id })),
          });
          const listed = found.map((id) => ({ id }));
          const { connection: after } = mergeProfiles(before, listed, new Set(unknown));
          const known = [...ids(after.profiles), ...ids(after.otherProfiles)];
          expect(new Set(known).size).toBe(known.length);
          for (const id of found) expect(known).toContain(id);
        },
      ),
    );
  });
});

describe('after a failed profile listing, the next one', () => {
  it.each<[string, ServiceError, number]>([
    ['is a minute later if we are offline', { kind: 'offline' }, 1],
    ['is soon after a server error', { kind: 'server', status: 500 }, 5],
    ['is soon after a network error', { kind: 'network' }, 5],
    ['is soon after a timeout', { kind: 'timeout' }, 5],
    ['is soon after a web page instead of an answer', { kind: 'unreadable', reason: 'html' }, 5],
    ['waits for a limit', { kind: 'rate-limited', until: now + 9 * minute }, 9],
    ['waits a day at most', { kind: 'rate-limited', until: now + 99 * day }, 24 * 60],
    ['is soon after a limit that is over', { kind: 'rate-limited', until: now }, 5],
    ['is at its usual time if the key is rejected', { kind: 'refused', status: 401 }, 55],
    ['is at its usual time without a key', { kind: 'no-key' }, 55],
    ['is at its usual time without host access', { kind: 'no-permission' }, 55],
    ['is at its usual time if there is no list', { kind: 'profile-unknown' }, 55],
    ['is at its usual time after a bad request', { kind: 'bad-request' }, 55],
  ])('%s', (_, error, minutes) => {
    expect(nextListAfterFailure(error, now)).toBe(now + minutes * minute);
  });
});
