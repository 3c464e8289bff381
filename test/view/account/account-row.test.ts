import { describe, expect, it } from 'vitest';
import type { Account } from '@/utils/accounts/account';
import type { AccountRow } from '@/utils/view/account/account-row';
import { accountRows } from '@/utils/view/account/account-rows';
import { account, appState, checked, hour, minute, monitoredConnection, now } from '../../builders';

const inProfile = { connection: { service: 'synposter' as const }, targets: [checked()] };

function rowsOf(...accounts: Account[]): AccountRow[] {
  return accountRows(appState([monitoredConnection()], { c1: accounts }), now);
}

function rowOf(...accounts: Account[]): AccountRow {
  const [row] = rowsOf(...accounts);
  if (!row) throw new Error('There is no row');
  return row;
}

describe('a row', () => {
  const alice = account({
    handle: 'alice',
    name: 'Alice',
    picture: 'https://cdn.example.com/a',
    statusSince: now - hour,
  });

  it('has who and where an account is', () => {
    const state = appState([monitoredConnection(inProfile)], { 'c1/p1': [alice] });
    expect(accountRows(state, now)).toEqual([
      {
        key: alice.key,
        id: '1',
        label: '@alice',
        name: 'Alice',
        platform: 'twitter',
        platformName: 'X',
        picture: 'https://cdn.example.com/a',
        service: 'synposter',
        serviceName: 'Synposter',
        dashboardUrl: 'https://synposter.com',
        reconnects: true,
        reportsStatus: true,
        profileName: 'Profile 1',
        connectionLabel: 'Agency',
        client: 'Profile 1',
        status: 'active',
        since: alice.statusSince,
        gaps: [],
        firstSeenAt: alice.firstSeenAt,
        lastSeenAt: now - 10 * minute,
        isChecked: true,
        needsAttention: false,
        inTrouble: false,
        isMuted: false,
        missing: false,
        handle: 'alice',
      },
    ]);
  });

  it('has no “since” if it was so when first seen', () => {
    expect(rowOf(account({ status: 'expired' }))).toHaveProperty('since', undefined);
  });

  it('is “connected” for a service that reports no status', () => {
    expect(rowOf(alice)).toMatchObject({ status: 'connected', reconnects: false });
  });

  it('has no name equal to its label', () => {
    expect(rowOf(account({ name: 'Alice' }))).toHaveProperty('name', undefined);
  });

  it('keeps an unknown platform', () => {
    expect(rowOf(account({ platform: 'mastodon' })).platformName).toBe('mastodon');
  });

  it('tells trouble from attention', () => {
    const mute = { until: 'always' as const };
    expect(rowOf(account({ status: 'expired' }))).toMatchObject({
      status: 'expired',
      inTrouble: true,
      needsAttention: true,
    });
    expect(rowOf(account({ status: 'expired', mute }))).toMatchObject({
      inTrouble: true,
      needsAttention: false,
      mute,
    });
  });

  it('marks an account that is missing from one listing', () => {
    expect(rowOf(account({ missingSince: now })).missing).toBe(true);
  });
});

describe('accountRows', () => {
  const named = (handle: string, changes: Partial<Account> = {}) =>
    account({ id: handle, handle, ...changes });

  it('puts the worst first, then orders by name', () => {
    const rows = rowsOf(
      named('zoe'),
      named('bob', { scopes: [] }),
      named('pam', { failedPosts: 1 }),
      named('amy'),
      named('cid', { status: 'unknown' }),
      named('dan', { status: 'unlisted' }),
      named('eve', { status: 'revoked' }),
      named('fay', { status: 'expired' }),
    );
    expect(rows.map(({ id }) => id)).toEqual([
      'fay',
      'eve',
      'dan',
      'bob',
      'pam',
      'cid',
      'amy',
      'zoe',
    ]);
  });

  it('puts what needs attention before what is muted, however bad', () => {
    const rows = rowsOf(
      named('muted', { status: 'expired', mute: { until: 'works' } }),
      named('well'),
      named('odd', { status: 'unknown' }),
    );
    expect(rows.map(({ id }) => id)).toEqual(['odd', 'muted', 'well']);
  });

  it('puts the latest of the same trouble first', () => {
    const expired = (id: string, statusSince: number) =>
      named(id, { status: 'expired', statusSince });
    const rows = rowsOf(expired('a', now - 2 * hour), expired('b', now), expired('c', now - hour));
    expect(rows.map(({ id }) => id)).toEqual(['b', 'c', 'a']);
  });

  it('puts accounts first that miss a post soonest', () => {
    const waiting = (account: string, ...times: number[]) => ({ account, times });
    const posts = {
      readAt: now,
      scheduled: [
        waiting('late', now + 2 * hour, now + 3 * hour),
        waiting('soon', now - hour, now + hour),
        waiting('over', now),
        waiting('well', now + hour),
        waiting('quiet', now + 1),
      ],
      unreadable: 0,
    };
    const accounts = [
      named('bad', { status: 'expired' }),
      named('late', { status: 'unlisted' }),
      named('soon', { status: 'unknown' }),
      named('over', { status: 'unlisted' }),
      named('quiet', { status: 'expired', mute: { until: 'always' } }),
      named('well'),
    ];
    const rows = accountRows(
      appState([{ ...monitoredConnection(), posts }], { c1: accounts }),
      now,
    );
    expect(rows.map(({ id, atRisk: own }) => [id, own])).toEqual([
      ['soon', { posts: 1, nextAt: now + hour }],
      ['late', { posts: 2, nextAt: now + 2 * hour }],
      ['bad', undefined],
      ['over', undefined],
      ['quiet', { posts: 1, nextAt: now + 1 }],
      ['well', undefined],
    ]);
  });

  it('treats paused connections’ accounts as not checked, without asking for attention', () => {
    const paused = monitoredConnection({ connection: { paused: true } });
    const other = monitoredConnection({ connection: { id: 'c2' } });
    const expired = { ...named('resting'), status: 'expired' as const };
    const state = appState([paused, other], { c1: [expired], c2: [named('in')] });
    const rows = accountRows(state, now);
    expect(rows.find(({ id }) => id === 'resting')).toMatchObject({
      status: 'expired',
      isChecked: false,
      needsAttention: false,
    });
    expect(rows.find(({ id }) => id === 'in')).toMatchObject({ isChecked: true });
  });

  it('is empty before a target has answered', () => {
    expect(accountRows(appState([monitoredConnection()]), now)).toEqual([]);
  });
});
