import { describe, expect, it } from 'vitest';
import { checkLogSchema } from '@/utils/state/check-log';
import {
  type Connection,
  type ConnectionState,
  connectionSchema,
  connectionStateSchema,
} from '@/utils/state/connection';
import {
  noPosts,
  type PostsPaging,
  type PostsState,
  pagingSchema,
  postsStateSchema,
} from '@/utils/state/posts-state';
import { targetStateSchema } from '@/utils/state/target-state';
import { checked, connection, now, targetState } from '../../builders';

describe('reading what was stored gives back', () => {
  it.each<[string, Partial<Connection>]>([
    ['a connection', {}],
    [
      'a connection with profiles',
      { service: 'synposter', profiles: [{ id: 'p1' }, { id: 'p2', name: 'B' }] },
    ],
    ['a connection whose profiles were found', { profilesFrom: 'all', profiles: [{ id: 'p1' }] }],
    [
      'a connection with a chosen profile that was retired',
      { profilesFrom: 'chosen', retiredChoice: ['p2'] },
    ],
    [
      'a connection whose profiles were chosen',
      { profilesFrom: 'chosen', otherProfiles: [{ id: 'p2' }] },
    ],
    ['a connection set by an organization', { managed: true }],
    ['a connection whose key is kept until it is removed', { keyKeptUntil: 'removed' }],
    [
      'a connection whose key is kept until the browser closes',
      { keyKeptUntil: 'browser-closes', paused: true },
    ],
  ])('%s', (_, changes) => {
    expect(connectionSchema.parse(connection(changes))).toEqual(connection(changes));
  });

  it.each<[string, ConnectionState]>([
    ['nothing yet', {}],
    ['a limit', { blocked: { by: 'rate-limit', since: now, until: now + 1 }, askedAt: now }],
    ['a rejection', { blocked: { by: 'refusal', since: now, until: now + 1 }, refusedSince: now }],
    ['a profile listing', { profilesCheck: { at: now, nextAt: now + 1 } }],
    [
      'a failed profile listing',
      { profilesCheck: { at: now, nextAt: now + 1, error: { kind: 'offline' } } },
    ],
    ['the reads of an hour', { reads: { hour: 1, used: 2 } }],
  ])('the state of a connection with %s', (_, state) => {
    expect(connectionStateSchema.parse(state)).toEqual(state);
  });

  it.each([
    ['was never checked', targetState()],
    ['answered', checked({ failures: 2, unreadable: 3 })],
    [
      'is rechecked during a reconnect',
      checked({ reconnecting: { account: 'c1/x:1', checksAt: [now] } }),
    ],
    ['failed', checked({ last: { at: now, tookMs: 1, error: { kind: 'refused', status: 401 } } })],
  ])('the state of a target that %s', (_, state) => {
    expect(targetStateSchema.parse(state)).toEqual(state);
  });

  const problem = { error: { kind: 'offline' as const }, failures: 1, since: now, until: now + 1 };
  it.each<[string, Partial<PostsState>]>([
    ['nothing yet', {}],
    ['some at risk', { readAt: now, scheduled: [{ account: '1', times: [now] }], unreadable: 2 }],
    ['a request for them', { wantedAt: now }],
    ['a problem', { problem }],
    ['no list of them', { off: { reason: 'not-offered' } }],
    ['a list of another shape', { off: { reason: 'shape' } }],
    ['an unknown status', { off: { reason: 'unknown-word', word: 'held_back' } }],
    ['too many', { off: { reason: 'too-many' } }],
  ])('the state of posts with %s', (_, changes) => {
    const atRisk = { ...noPosts, ...changes };
    expect(postsStateSchema.parse(atRisk)).toEqual(atRisk);
  });

  it.each(['scheduled', 'failed', 'posted'] as const)('a paging of %s posts', (list) => {
    const outcomes = ['waiting', 'posted', 'failed'] as const;
    const accounts = outcomes.map((outcome, i) => ({ id: String(i), outcome }));
    const posts = [{ id: '1', at: now, accounts }];
    const reading: PostsPaging = {
      keyRevision: 1,
      startedAt: now,
      list,
      page: 2,
      posts,
      unreadable: 3,
    };
    expect(pagingSchema.parse(reading)).toEqual(reading);
  });

  it('the log of checks', () => {
    const check = { at: now, tookMs: 1, target: 'c1' };
    const log = [
      { ...check, outcome: { kind: 'listing', accounts: 2, unreadable: 1 } },
      { ...check, outcome: { kind: 'failed', error: { kind: 'timeout' } } },
    ];
    expect(checkLogSchema.parse(log)).toEqual(log);
  });
});
