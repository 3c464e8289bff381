import { describe, expect, it } from 'vitest';
import type { Account } from '@/utils/accounts/account';
import { conditionOf } from '@/utils/accounts/attention';
import { applyFailingPosts } from '@/utils/accounts/failing-posts';
import { reconcile } from '@/utils/accounts/reconcile';
import { account, day, hour, listed, listing, minute, now, target } from '../builders';

const failed = new Map([['1', [now - 2 * hour, now - hour]]]);
const none = new Map<string, number[]>();

function judged(before: Account, failures: ReadonlyMap<string, number[]> = failed) {
  const { accounts, events } = applyFailingPosts([before], failures, now);
  const [after] = accounts;
  if (!after) throw new Error('The account is gone');
  return { after, changes: events.map(({ from, to }) => `${from} > ${to}`) };
}

describe('an account whose posts fail', () => {
  it('is in trouble from now on, although it is listed', () => {
    const { after, changes } = judged(account());
    expect(after).toMatchObject(account({ failedPosts: 2, statusSince: now }));
    expect(conditionOf(after)).toBe('posts-failing');
    expect(changes).toEqual(['working > posts-failing']);
  });

  it('keeps its other trouble', () => {
    const { after, changes } = judged(account({ scopes: [] }));
    expect(conditionOf(after)).toBe('cannot-post');
    expect(changes).toEqual([]);
  });

  it.each([
    ['missing', account({ missingSince: now - minute })],
    ['no longer listed', account({ status: 'unlisted' })],
  ])('is left unchanged if it is %s', (_, before) => {
    expect(applyFailingPosts([before], failed, now).accounts).toEqual([before]);
  });

  it('works again once no failed post counts', () => {
    const before = account({ failedPosts: 2, mute: { until: 'works' } });
    const { after, changes } = judged(before, none);
    expect(after).toEqual(account({ statusSince: now }));
    expect(changes).toEqual(['posts-failing > working']);
  });

  it('keeps a mute that lasts longer', () => {
    const mute = { until: 'always' as const };
    const { after } = judged(account({ failedPosts: 2, mute }), none);
    expect(after).toEqual(account({ mute, statusSince: now }));
  });

  it('loses its failed posts even while it is not listed', () => {
    const before = account({ status: 'unlisted', failedPosts: 2 });
    const { after, changes } = judged(before, none);
    expect(after).toEqual(account({ status: 'unlisted' }));
    expect(changes).toEqual([]);
  });

  it('keeps its mute and the time when failing began while posts keep failing', () => {
    const mute = { until: 'works' as const };
    const before = account({ failedPosts: 1, mute, statusSince: now - day });
    const { after, changes } = judged(before);
    expect(after).toEqual({ ...before, failedPosts: 2 });
    expect(changes).toEqual([]);
  });

  it('is the only account that changes', () => {
    const others = account({ id: '2', key: 'other' });
    const { accounts } = applyFailingPosts([others, account()], failed, now);
    expect(accounts).toMatchObject([others, account({ failedPosts: 2, statusSince: now })]);
  });

  it('is the same object if nothing changed', () => {
    const accounts = [account({ failedPosts: 2 }), account({ id: '2', key: 'other' })];
    expect(applyFailingPosts(accounts, failed, now).accounts).toBe(accounts);
  });
});

describe('a listing', () => {
  it('keeps the failed posts of an account', () => {
    const before = account({ failedPosts: 2 });
    const { accounts, events } = reconcile(target, [before], listing([listed()]), now);
    expect(accounts).toEqual([before]);
    expect(events).toEqual([]);
  });

  it('clears failed posts of an account that comes back', () => {
    const before = account({ status: 'unlisted', failedPosts: 2 });
    const { accounts } = reconcile(target, [before], listing([listed()]), now - 90 * minute);
    const [back] = accounts;
    if (!back) throw new Error('The account is gone');
    expect(conditionOf(back)).toBe('working');
    expect(judged(back).after).toMatchObject({ failedPosts: 1 });
    for (const failedAt of [now - 2 * hour, now - 90 * minute]) {
      expect(judged(back, new Map([['1', [failedAt]]])).after).toBe(back);
    }
  });
});
