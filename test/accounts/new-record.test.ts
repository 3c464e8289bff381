import { describe, expect, it } from 'vitest';
import type { Account, ListedAccount } from '@/utils/accounts/account';
import { reconcile } from '@/utils/accounts/reconcile';
import { account, hour, listed, listing, minute, now, target } from '../builders';

/** SchedPilot reports no platform id, and may give a reconnected account a new id. */
const bakery = account({ id: '7', key: 'c1/instagram#7', platform: 'instagram', name: 'Bakery' });
const record = (id: string, changes: Partial<ListedAccount> = {}) =>
  listed({ id, platform: 'instagram', name: 'Bakery', ...changes });

const after = (stored: readonly Account[], records: readonly ListedAccount[], at = now) =>
  reconcile(target, stored, listing(records), at);

describe('a new record with the name of a missing account', () => {
  it('is the same account, which was never missing', () => {
    const { accounts, events, checkAgainAt } = after([bakery], [record('8')]);
    expect(accounts).toEqual([{ ...bakery, id: '8' }]);
    expect(events).toEqual([]);
    expect(checkAgainAt).toBeUndefined();
  });

  it('brings back an unlisted account with its history and mute', () => {
    const gone = { ...bakery, status: 'unlisted' as const, mute: { until: 'works' as const } };
    const { accounts, events } = after([gone], [record('8', { name: 'BAKERY' })]);
    expect(accounts).toHaveLength(1);
    expect(accounts[0]).toMatchObject({ key: bakery.key, id: '8', status: 'active' });
    expect(events).toMatchObject([{ account: bakery.key, from: 'unlisted', to: 'working' }]);
  });

  it('stays the same account in later listings', () => {
    const { accounts } = after([bakery], [record('8')]);
    const later = after(accounts, [record('8')], now + hour);
    expect(later.accounts).toBe(accounts);
    expect(after(later.accounts, [record('9')], now + 2 * hour).accounts).toHaveLength(1);
  });

  it.each([
    ['its platform differs', [record('8', { platform: 'facebook' })]],
    ['its name differs', [record('8', { name: 'Butcher' })]],
    ['it has no name', [listed({ id: '8', platform: 'instagram' })]],
    ['two new records have the name', [record('8'), record('9')]],
    ['it has a platform id', [record('8', { platformAccountId: '100' })]],
  ])('is another account if %s', (_, records) => {
    const { accounts } = after([bakery], records);
    expect(accounts[0]).toEqual({ ...bakery, missingSince: now });
    expect(accounts).toHaveLength(1 + records.length);
  });

  it('is another account if two accounts of that name are missing', () => {
    const second = { ...bakery, id: '6', key: 'c1/instagram#6' };
    const { accounts } = after([bakery, second], [record('8')]);
    expect(accounts).toHaveLength(3);
  });

  it('is another account if the first is also listed', () => {
    expect(after([bakery], [record('7'), record('8')]).accounts).toHaveLength(2);
  });

  it('is the same account even if another account’s entry is unreadable', () => {
    const other = account({ id: '5', key: 'c1/instagram#5', platform: 'instagram', name: 'Inn' });
    const look = listing([record('8')], { ids: ['5'] });
    const { accounts, events } = reconcile(target, [bakery, other], look, now + minute);
    expect(accounts).toEqual([{ ...bakery, id: '8' }, other]);
    expect(events).toEqual([]);
  });

  it.each([{ unidentified: 1 }, { ids: ['7'] }])(
    'is another account while an unreadable entry may be the missing one: %o',
    (unreadable) => {
      const look = listing([record('8')], unreadable);
      expect(reconcile(target, [bakery], look, now + minute).accounts).toHaveLength(2);
    },
  );

  it.each([
    ['neither has a name', undefined, undefined],
    ['names differ in more than case', 'Straße', 'STRASSE'],
  ])('is another account if %s', (_, before, since) => {
    const { name: _name, ...rest } = bakery;
    const gone = { ...rest, ...(before !== undefined && { name: before }) };
    const { name: _other, ...bare } = record('8');
    const found = { ...bare, ...(since !== undefined && { name: since }) };
    expect(after([gone], [found]).accounts).toHaveLength(2);
  });
});

describe('a record under a broader or narrower platform name', () => {
  const key = 'c1/linkedin#7';
  const page = account({ id: '7', key, platform: 'linkedin', name: 'Bakery' });
  const named = (platform: string, changes: Partial<ListedAccount> = {}) =>
    record('7', { platform, ...changes });

  it('is the same account, even when the name changes back', () => {
    const { accounts, events } = after([page], [named('linkedin_page')]);
    expect(accounts).toEqual([{ ...page, platform: 'linkedin_page' }]);
    expect(events).toEqual([]);
    const later = after(accounts, [named('linkedin_page')], now + minute);
    expect(later.accounts).toBe(accounts);
    expect(after(accounts, [named('linkedin')], now + hour).accounts).toEqual([page]);
  });

  it('is another account if both were once listed together', () => {
    const both = after([page], [named('linkedin'), named('linkedin_page')]).accounts;
    expect(both.map((one) => one.key)).toEqual([key, 'c1/linkedin_page#7']);
    const { accounts } = after(both, [named('linkedin_page')], now + hour);
    expect(accounts.map(({ missingSince }) => missingSince)).toEqual([now + hour, undefined]);
  });

  it('is another account if the names mean different platforms', () => {
    expect(after([page], [named('facebook')]).accounts).toHaveLength(2);
  });
});

describe('a known record', () => {
  const twin = { ...bakery, id: '6', key: 'c1/instagram#6' };

  it('keeps its account when another account of that name is missing', () => {
    const { accounts } = after([bakery, twin], [record('6')]);
    expect(accounts).toEqual([{ ...bakery, missingSince: now }, twin]);
  });

  it('keeps its account under its second id when another record of that name appears', () => {
    const moved = after([bakery], [record('8')]).accounts;
    const { accounts } = after(moved, [record('8'), record('9')], now + hour);
    expect(accounts.map(({ key, id }) => [key, id])).toEqual([
      [bakery.key, '8'],
      ['c1/instagram#9', '9'],
    ]);
  });
});

it('a record that returns under its old id is the account that first had that id', () => {
  const { accounts } = after([bakery], [record('8')]);
  const both = after(accounts, [record('7'), record('8')], now + hour);
  expect(both.accounts.map(({ key, id }) => [key, id])).toEqual([
    [bakery.key, '7'],
    ['c1/instagram#8', '8'],
  ]);
});
