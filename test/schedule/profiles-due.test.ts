import { describe, expect, it } from 'vitest';
import { mergeProfiles, nextListAfterFailure } from '@/utils/profiles/merge-profiles';
import { profilesDueAt } from '@/utils/schedule/profiles-due';
import type { ServiceError } from '@/utils/services/result';
import {
  checked,
  connection,
  day,
  minute,
  monitoredConnection,
  now,
  second,
  targetState,
} from '../builders';

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

describe('the time of the next profile listing', () => {
  const looked = { at: now - minute, nextAt: now + 9 * minute };
  const due = (state: Parameters<typeof monitoredConnection>[0]) =>
    profilesDueAt(
      monitoredConnection({
        connection: { service: 'synposter', profilesFrom: 'all' },
        ...state,
      }),
      now,
    );

  it('is kept if the request is older than the last listing or in the future', () => {
    for (const askedAt of [looked.at, now + second]) {
      expect(due({ state: { profilesCheck: looked, askedAt } })).toBe(looked.nextAt);
    }
    expect(due({ state: { profilesCheck: looked, askedAt: now } })).toBe(now);
  });

  it('is kept while checks fail for other reasons than an unknown profile', () => {
    const target = checked({ last: { at: now, tookMs: 1, error: { kind: 'timeout' } } });
    expect(due({ state: { profilesCheck: looked }, targets: [target] })).toBe(looked.nextAt);
  });

  it('is kept while a profile just found waits for its first check', () => {
    expect(due({ state: { profilesCheck: looked }, targets: [targetState()] })).toBe(looked.nextAt);
  });

  it('is kept if the last listing already knew the unknown profile', () => {
    const target = checked({
      last: { at: looked.at, tookMs: 1, error: { kind: 'profile-unknown' } },
    });
    expect(due({ state: { profilesCheck: looked }, targets: [target] })).toBe(looked.nextAt);
  });

  it('is not before a limit is over, even on request', () => {
    const blocked = { by: 'rate-limit' as const, since: now - minute, until: now + minute };
    expect(due({ state: { profilesCheck: looked, askedAt: now, blocked } })).toBe(now + minute);
  });

  it('is kept if the last listing was made at this instant', () => {
    const profilesCheck = { at: now, nextAt: now + minute };
    expect(due({ state: { profilesCheck } })).toBe(now + minute);
  });
});

describe('a list of profiles', () => {
  const none = new Set<string>();
  const agency = connection({
    service: 'synposter',
    profilesFrom: 'chosen',
    profiles: [{ id: 'p1' }],
    otherProfiles: [{ id: 'p2', name: 'Two' }, { id: 'p3' }],
  });

  it('renames unmonitored ones, and drops those that are gone', () => {
    const found = [{ id: 'p1' }, { id: 'p2', name: 'Second' }];
    const after = mergeProfiles(agency, found, none);
    expect(after.connection.otherProfiles).toEqual([{ id: 'p2', name: 'Second' }]);
    expect(after.retired).toEqual([]);
    expect(mergeProfiles(agency, [{ id: 'p1' }], none).connection).not.toHaveProperty(
      'otherProfiles',
    );
  });

  it('keeps no unmonitored ones if all are monitored', () => {
    const all = { ...agency, profilesFrom: 'all' as const, otherProfiles: [] };
    const found = [{ id: 'p1' }, { id: 'p9' }];
    expect(mergeProfiles(all, found, none).connection).not.toHaveProperty('otherProfiles');
  });
});
