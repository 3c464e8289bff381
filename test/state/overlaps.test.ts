import { describe, expect, it } from 'vitest';
import type { Account } from '@/utils/accounts/account';
import type { AccountEvent } from '@/utils/accounts/history/event';
import type { ServiceError } from '@/utils/services/result';
import type { MonitoredConnection } from '@/utils/state/app-state';
import {
  duplicateAccounts,
  eachAccountOnce,
  eachEventOnce,
  eventsNotSeenElsewhere,
  overlapsOf,
} from '@/utils/state/overlaps';
import {
  account,
  appState,
  checked,
  day,
  event,
  hour,
  minute,
  monitoredConnection,
  now,
} from '../builders';

const first = monitoredConnection({ connection: { id: 'c1', label: 'First' } });
const second = monitoredConnection({ connection: { id: 'c2', label: 'Second' } });

/** An account as the connection `c1` or `c2` has it. */
function listedBy(id: string, changes: Partial<Account> = {}): Account {
  return account({ handle: 'alice', key: `${id}/twitter#1`, ...changes });
}

/** The keys of the accounts that are left if both connections list the same account. */
function left(
  own: Partial<Account> = {},
  other: Partial<Account> = {},
  connections: readonly MonitoredConnection[] = [first, second],
): string[] {
  const state = appState(connections, { c1: [listedBy('c1', own)], c2: [listedBy('c2', other)] });
  return [...eachAccountOnce(state).accounts.values()].flat().map(({ key }) => key);
}

const both = ['c1/twitter#1', 'c2/twitter#1'];
const since = (statusSince: number) => ({ statusSince });
const expired = (statusSince: number) => ({ status: 'expired' as const, statusSince });

describe('an account that two connections of a service list', () => {
  it('is kept in the connection that was added first', () => {
    expect(left()).toEqual(['c1/twitter#1']);
    expect(left({}, {}, [second, first])).toEqual(['c2/twitter#1']);
  });

  it('is recognized by any spelling of its name, and by its platform’s id whatever its name', () => {
    expect(left({}, { handle: 'Alice' })).toEqual(['c1/twitter#1']);
    const own = { platformAccountId: '77' };
    expect(left(own, { ...own, id: 'another record', handle: 'renamed' })).toEqual([
      'c1/twitter#1',
    ]);
  });

  it.each<[string, Partial<Account>]>([
    ['another id', { id: '2' }],
    ['the same id, but another name', { handle: 'bob' }],
    ['the same id on another platform', { platform: 'facebook' }],
    ['an id of its platform’s own', { platformAccountId: '77' }],
  ])('differs from one with %s', (_, other) => {
    expect(left({}, other)).toEqual(both);
  });

  it('differs between two services', () => {
    const elsewhere = monitoredConnection({ connection: { id: 'c2', service: 'synposter' } });
    const state = appState([first, elsewhere], {
      c1: [listedBy('c1')],
      'c2/p1': [listedBy('c2')],
    });
    expect(eachAccountOnce(state)).toBe(state);
  });

  it('is the same account only within the same profile', () => {
    const agency = (id: string, profile: string) =>
      monitoredConnection({
        connection: { id, service: 'synposter', profiles: [{ id: profile }] },
      });
    const accounts = { 'c1/p1': [listedBy('c1')], 'c2/p1': [listedBy('c2')] };
    const same = appState([agency('c1', 'p1'), agency('c2', 'p1')], accounts);
    expect([...duplicateAccounts(same).keys()]).toEqual(['c2/twitter#1']);
    const other = { 'c1/p1': [listedBy('c1')], 'c2/p2': [listedBy('c2')] };
    expect(duplicateAccounts(appState([agency('c1', 'p1'), agency('c2', 'p2')], other)).size).toBe(
      0,
    );
  });

  it('leaves the other accounts of both lists alone', () => {
    const [bob, carol] = [
      listedBy('c1', { id: '2', handle: 'bob', key: 'c1/twitter#2' }),
      listedBy('c2', { id: '3', handle: 'carol', key: 'c2/twitter#3' }),
    ];
    const state = appState([first, second], {
      c1: [listedBy('c1'), bob],
      c2: [listedBy('c2'), carol],
    });
    const once = eachAccountOnce(state);
    expect(once.accounts.get('c1')).toBe(state.accounts.get('c1'));
    expect(once.accounts.get('c2')).toEqual([carol]);
  });

  it('is also counted once if one of the two is paused', () => {
    const paused = monitoredConnection({ connection: { id: 'c2', paused: true } });
    const state = appState([paused, first], { c1: [listedBy('c1')], c2: [listedBy('c2')] });
    const { accounts } = eachAccountOnce(state);
    expect([accounts.get('c1'), accounts.get('c2')]).toEqual([[listedBy('c1')], []]);
  });

  it('leaves the state as it is if no two connections share an account', () => {
    const apart = appState([first, second], { c1: [listedBy('c1')], c2: [] });
    expect(eachAccountOnce(apart)).toBe(apart);
  });
});

describe('the primary record', () => {
  const withState = (id: string, ...args: Parameters<typeof checked>) =>
    monitoredConnection({ connection: { id }, targets: [checked(...args)] });
  const failing = (error: ServiceError) => withState('c1', { last: { at: now, tookMs: 1, error } });

  it('does not belong to a paused connection', () => {
    const paused = monitoredConnection({ connection: { id: 'c1', paused: true } });
    const third = monitoredConnection({ connection: { id: 'c3' } });
    const state = appState([paused, second, third], {
      c1: [listedBy('c1')],
      c2: [listedBy('c2')],
      c3: [listedBy('c3')],
    });
    expect([...duplicateAccounts(state)]).toEqual([
      ['c1/twitter#1', listedBy('c2')],
      ['c3/twitter#1', listedBy('c2')],
    ]);
  });

  it.each<ServiceError>([
    { kind: 'refused', status: 401 },
    { kind: 'no-key' },
    { kind: 'no-permission' },
  ])('does not belong to a connection that a person has to fix: $kind', (error) => {
    expect(left({}, {}, [failing(error), second])).toEqual(['c2/twitter#1']);
    const alsoSecond = monitoredConnection({
      connection: { id: 'c2' },
      targets: [checked({ last: { at: now, tookMs: 1, error } })],
    });
    expect(left({}, {}, [failing(error), alsoSecond])).toEqual(['c1/twitter#1']);
  });

  it('stays the same through passing problems', () => {
    const broken = failing({ kind: 'server', status: 502 });
    expect(left({}, {}, [broken, second])).toEqual(['c1/twitter#1']);
  });

  it('is the one that saw the last change, until the first connection sees it too', () => {
    expect(left({}, expired(now))).toEqual(['c2/twitter#1']);
    expect(left(expired(now + minute), expired(now))).toEqual(['c1/twitter#1']);
    expect(left(since(now + minute), expired(now))).toEqual(['c1/twitter#1']);
    expect(left(expired(now), since(now + minute))).toEqual(['c2/twitter#1']);
  });

  it('does not change when a new connection first finds the account working', () => {
    const found = { firstSeenAt: now, statusSince: now };
    expect(left({ failedPosts: 2, statusSince: now - hour }, found)).toEqual(['c1/twitter#1']);
  });

  it('changes when a new connection first finds the account in trouble', () => {
    const found = { firstSeenAt: now, ...expired(now) };
    expect(left(since(now - hour), found)).toEqual(['c2/twitter#1']);
  });

  it('is not one that lags three intervals behind another', () => {
    const late = (ms: number) => withState('c1', { listedAt: now - 10 * minute - ms });
    const limit = 45 * minute;
    expect(left(expired(now), {}, [late(limit), second])).toEqual(['c1/twitter#1']);
    expect(left(expired(now), {}, [late(limit + 1), second])).toEqual(['c2/twitter#1']);
  });
});

describe('the number of shared accounts', () => {
  it('is counted for each pair of connections, at both', () => {
    const third = monitoredConnection({ connection: { id: 'c3' } });
    const bob = (id: string) => listedBy(id, { id: '2', handle: 'bob', key: `${id}/twitter#2` });
    const state = appState([first, second, third], {
      c1: [listedBy('c1'), bob('c1')],
      c2: [listedBy('c2'), bob('c2')],
      c3: [bob('c3')],
    });
    expect(overlapsOf(state)).toEqual(
      new Map([
        [
          'c1',
          new Map([
            ['c2', 2],
            ['c3', 1],
          ]),
        ],
        [
          'c2',
          new Map([
            ['c1', 2],
            ['c3', 1],
          ]),
        ],
        [
          'c3',
          new Map([
            ['c1', 1],
            ['c2', 1],
          ]),
        ],
      ]),
    );
  });
});

describe('an event that a connection sees', () => {
  const change = (to: AccountEvent['to'], from: AccountEvent['from'] = 'working') =>
    event({ account: 'c2/twitter#1', from, to });
  const isNews = (
    seen: AccountEvent,
    before: Partial<Account> | undefined,
    elsewhere: Partial<Account>,
  ) => {
    const known = before ? [listedBy('c2', before)] : [];
    const after = [listedBy('c2')];
    return eventsNotSeenElsewhere([seen], known, after, [listedBy('c1', elsewhere)]).length === 1;
  };

  it('is notified if no other connection lists the account', () => {
    const bob = { id: '2', handle: 'bob' };
    expect(isNews(change('expired'), {}, { ...bob, ...expired(now) })).toBe(true);
  });

  it('is not notified if another connection saw it before', () => {
    expect(isNews(change('expired'), {}, expired(now - minute))).toBe(false);
    expect(isNews(change('working', 'expired'), expired(now - hour), since(now))).toBe(false);
    expect(isNews(change('expired', 'absent'), undefined, expired(now - minute))).toBe(false);
  });

  it('is notified if the other has not seen it yet', () => {
    expect(isNews(change('expired'), {}, {})).toBe(true);
    expect(isNews(change('revoked', 'expired'), expired(now), expired(now))).toBe(true);
    expect(isNews(change('expired', 'absent'), undefined, {})).toBe(true);
  });

  it('is notified if the account worked again since the other saw it', () => {
    expect(isNews(change('expired'), since(now), expired(now - minute))).toBe(true);
  });

  it('is notified if the other connection found it on its first check, which notified nothing', () => {
    const found = { firstSeenAt: now - minute, ...expired(now - minute) };
    expect(isNews(change('expired'), {}, found)).toBe(true);
  });
});

describe('the history', () => {
  const at = (time: number, connectionId: string, to: AccountEvent['to']) =>
    event({
      id: `${connectionId}@${time}`,
      at: now - 10 * day + time,
      account: `${connectionId}/twitter#1`,
      to,
    });

  it('has each change once, under the primary record', () => {
    const duplicates = new Map([['c2/twitter#1', listedBy('c1')]]);
    const history = [
      at(1, 'c2', 'expired'),
      at(2, 'c1', 'expired'),
      at(3, 'c1', 'working'),
      at(4, 'c2', 'working'),
      at(5, 'c1', 'revoked'),
    ];
    const told = eachEventOnce(history, duplicates);
    expect(told.map(({ id }) => id)).toEqual(['c2@1', 'c1@3', 'c1@5']);
    expect(new Set(told.map((one) => one.account))).toEqual(new Set(['c1/twitter#1']));
  });

  it('keeps a change that one connection saw twice', () => {
    const duplicates = new Map([['c2/twitter#1', listedBy('c1')]]);
    const twice = [at(1, 'c1', 'expired'), at(2, 'c1', 'expired')];
    expect(eachEventOnce(twice, duplicates)).toEqual(twice);
  });

  it('is the same array if no two connections share an account', () => {
    const history = [at(1, 'c1', 'expired')];
    expect(eachEventOnce(history, new Map())).toBe(history);
  });
});
