import { describe, expect, it } from 'vitest';
import { secondListingAfterMs } from '@/utils/accounts/missing';
import { reconcile } from '@/utils/accounts/reconcile';
import { account, day, listed, listing, minute, now, target } from '../builders';

describe('an account missing from the readable entries', () => {
  const missing = [account({ missingSince: now })];

  it('counts as listed if its own entry is unreadable', () => {
    const result = reconcile(target, missing, listing([], { ids: ['1'] }), now + minute);
    expect(result.accounts).toEqual([account()]);
    expect(result.events).toEqual([]);
    expect(result.checkAgainAt).toBeUndefined();
  });

  it('counts as newly missing if it is absent after its own entry was unreadable', () => {
    const seen = reconcile(target, missing, listing([], { ids: ['1'] }), now + minute);
    const result = reconcile(target, seen.accounts, listing([]), now + 2 * minute);
    expect(result.accounts).toEqual([account({ missingSince: now + 2 * minute })]);
  });

  it.each([
    ['has no id', { unidentified: 1 }],
    ['has an unknown id', { ids: ['new-record'] }],
  ])('keeps its state if it may be the entry that %s', (_, unreadable) => {
    const look = listing([], unreadable);
    const second = reconcile(target, missing, look, now + day);
    expect(second.accounts).toBe(missing);
    expect(second.checkAgainAt).toBeUndefined();
    const seen = [account()];
    expect(reconcile(target, seen, look, now).accounts).toBe(seen);
  });

  it.each([
    ['a known account', [account({ id: '2' })], []],
    ['an account that is also listed', [], [listed({ id: '2' })]],
  ])('is unlisted if the unreadable entry belongs to %s', (_, others, entries) => {
    const look = listing(entries, { ids: ['2'] });
    const result = reconcile(target, [...missing, ...others], look, now + secondListingAfterMs);
    expect(result.accounts[0]).toMatchObject(account({ status: 'unlisted', statusSince: now }));
  });
});

it('reconciles an account whose id is a lone surrogate', () => {
  const look = listing([listed({ id: '\ud800' })]);
  const first = reconcile(target, [], look, now);
  expect(first.events).toHaveLength(1);
  expect(reconcile(target, first.accounts, look, now + minute).accounts).toBe(first.accounts);
});
