import { describe, expect, it } from 'vitest';
import type { Account } from '@/utils/accounts/account';
import { type Filter, filterChoices, matching, stillIn } from '@/utils/view/account/account-filter';
import type { AccountRow } from '@/utils/view/account/account-row';
import { accountRows } from '@/utils/view/account/account-rows';
import {
  account,
  appState,
  firstTarget,
  type MonitoredChanges,
  monitoredConnection,
  now,
} from '../../builders';

function rowOf(changes: Partial<Account>, listedBy: MonitoredChanges = {}): AccountRow {
  const connection = monitoredConnection(listedBy);
  const accounts = { [firstTarget(connection).id]: [account(changes)] };
  const [row] = accountRows(appState([connection], accounts), now);
  if (!row) throw new Error('There is no row');
  return row;
}

it('offers each platform and client once, in the order of their names', () => {
  const rows = [
    rowOf({ platform: 'youtube' }, { connection: { label: 'Zoo' } }),
    rowOf({ platform: 'twitter' }, { connection: { label: 'ärzte' } }),
    rowOf({ platform: 'facebook' }, { connection: { label: 'Bakery' } }),
    rowOf({ platform: 'twitter' }, { connection: { label: 'Zoo' } }),
  ];
  expect(filterChoices(rows)).toEqual({
    platforms: ['facebook', 'twitter', 'youtube'],
    clients: ['ärzte', 'Bakery', 'Zoo'],
  });
});

describe('a filter', () => {
  it.each<[string, Filter, Filter]>([
    [
      'stays for a platform that is there',
      { by: 'platform', only: 'x' },
      { by: 'platform', only: 'x' },
    ],
    [
      'stays for a client with accounts',
      { by: 'client', only: 'Café Aroma' },
      { by: 'client', only: 'Café Aroma' },
    ],
    ['falls back to everything for a client without', { by: 'client', only: 'B' }, { by: 'all' }],
    ['narrows nothing for one that is gone', { by: 'platform', only: 'y' }, { by: 'all' }],
    [
      'stays for a service',
      { by: 'service', only: 'synposter' },
      { by: 'service', only: 'synposter' },
    ],
  ])('%s', (_, filter, expected) => {
    expect(stillIn({ platforms: ['x'], clients: ['Café Aroma'] }, filter)).toEqual(expected);
  });
});

describe('a search', () => {
  const row = rowOf({ handle: 'Alice', name: 'Löwenzahn Studio', status: 'expired' });
  const all: Filter = { by: 'all' };

  it.each([
    ['nothing', '', true],
    ['spaces', '  ', true],
    ['a part of the handle in another case', 'ALI', true],
    ['the name', 'löwenzahn', true],
    ['the platform as it is called now', 'x', true],
    ['the platform as the service calls it', 'twitter', true],
    ['the connection', 'agency', true],
    ['the service', 'schedpilot', true],
    ['the status in the user’s language', 'expired', true],
    ['several words in any order', 'studio alice', true],
    ['a word that is nowhere', 'alice bakery', false],
    ['words that only touch across two fields', 'alicelöwenzahn', false],
  ])('finds the account by %s', (_, query, found) => {
    expect(matching(all, query)(row)).toBe(found);
  });

  it('includes the profile', () => {
    const found = rowOf({}, { connection: { service: 'synposter' } });
    expect(matching(all, 'profile 1')(found)).toBe(true);
  });

  it.each<[string, Filter, boolean]>([
    ['its service', { by: 'service', only: 'schedpilot' }, true],
    ['another service', { by: 'service', only: 'synposter' }, false],
    ['its platform', { by: 'platform', only: 'twitter' }, true],
    ['another platform', { by: 'platform', only: 'linkedin' }, false],
  ])('is narrowed to %s', (_, filter, shown) => {
    expect(matching(filter, 'alice')(row)).toBe(shown);
    expect(matching(filter, '')(row)).toBe(shown);
  });
});
