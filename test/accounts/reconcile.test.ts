import { describe, expect, it } from 'vitest';
import type { ListedAccount } from '@/utils/accounts/account';
import { secondListingAfterMs } from '@/utils/accounts/missing';
import { reconcile } from '@/utils/accounts/reconcile';
import { account, day, listed, listing, minute, now, target } from '../builders';

const missing = listing([]);

/** One change of each field that a listing can update. */
const saidAnew: Required<Omit<ListedAccount, 'platform' | 'platformAccountId'>> = {
  id: '2',
  name: 'Alice',
  handle: 'alice',
  picture: 'https://cdn.example/alice.png',
  status: 'unknown',
  reportedStatus: 'paused',
  scopes: ['tweet.read', 'tweet.write', 'offline.access'],
  connectedAt: '2026-05-01T00:00:00Z',
  refreshedAt: '2026-05-02T00:00:00Z',
};

describe('a listing', () => {
  it('creates no events if it is the first of its target', () => {
    const { accounts, events } = reconcile(target, undefined, listing([listed()]), now);
    expect(accounts).toEqual([account({ firstSeenAt: now, statusSince: now })]);
    expect(events).toEqual([]);
  });

  it('is stored even if it is the first and empty', () => {
    expect(reconcile(target, undefined, missing, now).accounts).toEqual([]);
  });

  it.each(Object.entries(saidAnew))('updates the account: %s', (field, value) => {
    const known = { platformAccountId: '100' };
    const { accounts } = reconcile(
      target,
      [account(known)],
      listing([listed({ ...known, [field]: value })]),
      now,
    );
    expect(accounts).toMatchObject([{ key: account(known).key, [field]: value }]);
  });

  it('adds an unknown account with an event', () => {
    const entry = listed({ id: '2', handle: 'bob', status: 'expired' });
    const { accounts, events } = reconcile(target, [], listing([entry]), now);
    const added = account({ ...entry, firstSeenAt: now, statusSince: now });
    expect(accounts).toEqual([added]);
    expect(events).toEqual([
      {
        id: `${added.key}@${now}>expired`,
        at: now,
        account: added.key,
        label: '@bob',
        platform: 'twitter',
        from: 'absent',
        to: 'expired',
      },
    ]);
  });

  it('keeps the time when an account expired', () => {
    const entry = listed({ status: 'expired' });
    const { accounts, events } = reconcile(target, [account()], listing([entry]), now);
    expect(accounts).toMatchObject([account({ status: 'expired', statusSince: now })]);
    expect(events).toMatchObject([{ from: 'working', to: 'expired' }]);
  });

  it('reports an active account that can no longer post', () => {
    const entry = listed({ scopes: ['tweet.read'] });
    const { events } = reconcile(target, [account()], listing([entry]), now);
    expect(events).toMatchObject([{ from: 'working', to: 'cannot-post' }]);
  });
});

describe('a missing account', () => {
  it('keeps its state after one listing and asks for another', () => {
    const result = reconcile(target, [account()], missing, now);
    expect(result.accounts).toEqual([account({ missingSince: now })]);
    expect(result.events).toEqual([]);
    expect(result.checkAgainAt).toBe(now + secondListingAfterMs);
  });

  it('is not unlisted within a minute', () => {
    const stored = [account({ missingSince: now })];
    const result = reconcile(target, stored, missing, now + minute - 1);
    expect(result.accounts).toBe(stored);
    expect(result.checkAgainAt).toBe(now + minute);
  });

  it('is unlisted after the second listing, as of the first', () => {
    const stored = [account({ missingSince: now })];
    const result = reconcile(target, stored, missing, now + minute);
    expect(result.accounts).toMatchObject([account({ status: 'unlisted', statusSince: now })]);
    expect(result.accounts[0]?.missingSince).toBeUndefined();
    expect(result.events).toMatchObject([{ at: now + minute, from: 'working', to: 'unlisted' }]);
    expect(result.checkAgainAt).toBeUndefined();
  });

  it('asks for the earliest of several rechecks', () => {
    const [longest, since] = [account({ missingSince: now - minute / 2 }), account({ id: '2' })];
    for (const stored of [
      [longest, since],
      [since, longest],
    ]) {
      expect(reconcile(target, stored, missing, now).checkAgainAt).toBe(now + minute / 2);
    }
  });

  it('starts over after the clock was set back', () => {
    const stored = [account({ missingSince: now + day })];
    const result = reconcile(target, stored, missing, now);
    expect(result.accounts).toEqual([account({ missingSince: now })]);
    expect(result.checkAgainAt).toBe(now + minute);
  });

  it('is kept as it was if it comes back in the second listing', () => {
    const stored = [account({ missingSince: now })];
    const result = reconcile(target, stored, listing([listed()]), now + minute);
    expect(result.accounts).toEqual([account()]);
    expect(result.events).toEqual([]);
  });

  it('recovers when it is listed again', () => {
    const stored = [account({ status: 'unlisted' })];
    const result = reconcile(target, stored, listing([listed()]), now);
    expect(result.accounts).toEqual([account({ statusSince: now, listedAgainAt: now })]);
    expect(result.events).toMatchObject([{ from: 'unlisted', to: 'working' }]);
  });
});

describe('an account’s past', () => {
  const known = { platformAccountId: '100', handle: 'alice', firstSeenAt: now - 60 * day };

  it('is kept when the account is renamed and has a new record', () => {
    const stored = [account({ ...known, mute: { until: 'always' } })];
    const entry = listed({ id: '9', platformAccountId: '100', handle: 'alice_new' });
    const { accounts, events } = reconcile(target, stored, listing([entry]), now);
    expect(accounts).toEqual([{ ...stored[0], id: '9', handle: 'alice_new' }]);
    expect(events).toEqual([]);
  });

  it('continues in the working record while the old one is listed too', () => {
    const stored = [account({ ...known, status: 'expired' })];
    const old = listed({ platformAccountId: '100', handle: 'alice', status: 'expired' });
    const fresh = listed({ id: '9', platformAccountId: '100', handle: 'alice' });
    for (const entries of [
      [old, fresh],
      [fresh, old],
    ]) {
      const { accounts } = reconcile(target, stored, listing(entries), now);
      expect(accounts).toEqual([account({ ...known, id: '9', statusSince: now })]);
    }
  });

  it('loses a mute “until it works” that was set while it worked', () => {
    const stored = [account({ mute: { until: 'works' } })];
    expect(reconcile(target, stored, listing([listed()]), now).accounts).toEqual([account()]);
  });

  it('keeps a mute “until it works” while it does not work', () => {
    const stored = [account({ status: 'expired', mute: { until: 'works' } })];
    const entry = listing([listed({ status: 'expired' })]);
    expect(reconcile(target, stored, entry, now).accounts).toBe(stored);
  });

  it('loses a mute “until it works” when it works, and no other mute', () => {
    const listedAgain = listing([listed()]);
    const until = (mute: 'works' | 'always') =>
      reconcile(target, [account({ status: 'expired', mute: { until: mute } })], listedAgain, now);
    expect(until('works').accounts).toEqual([account({ statusSince: now })]);
    expect(until('always').accounts).toEqual([
      account({ statusSince: now, mute: { until: 'always' } }),
    ]);
  });
});
