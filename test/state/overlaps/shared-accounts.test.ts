import { describe, expect, it } from 'vitest';
import type { Account } from '@/utils/accounts/account';
import { duplicateAccounts, eachAccountOnce, overlapsOf } from '@/utils/state/overlaps';
import { appState, monitoredConnection } from '../../builders';
import { countedKeys, first, listedBy, second } from './two-connections';

describe('an account that two connections of a service list', () => {
  it('is kept in the connection that was added first', () => {
    expect(countedKeys()).toEqual(['c1/twitter#1']);
    expect(countedKeys({}, {}, [second, first])).toEqual(['c2/twitter#1']);
  });

  it('is recognized by any spelling of its name, and by its platform’s id whatever its name', () => {
    expect(countedKeys({}, { handle: 'Alice' })).toEqual(['c1/twitter#1']);
    const own = { platformAccountId: '77' };
    expect(countedKeys(own, { ...own, id: 'another record', handle: 'renamed' })).toEqual([
      'c1/twitter#1',
    ]);
  });

  it.each<[string, Partial<Account>]>([
    ['another id', { id: '2' }],
    ['the same id, but another name', { handle: 'bob' }],
    ['the same id on another platform', { platform: 'facebook' }],
    ['an id of its platform’s own', { platformAccountId: '77' }],
  ])('differs from one with %s', (_, other) => {
    expect(countedKeys({}, other)).toEqual(['c1/twitter#1', 'c2/twitter#1']);
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
