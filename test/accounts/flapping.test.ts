import { describe, expect, it } from 'vitest';
import type { Account } from '@/utils/accounts/account';
import { applyFailingPosts } from '@/utils/accounts/failing-posts';
import { flappingLosses, isFlapping, settledEvents } from '@/utils/accounts/flapping';
import { reconcile } from '@/utils/accounts/reconcile';
import { account, hour, listed, listing, minute, now, target } from '../builders';

/** An account after listings with these statuses, as many minutes after now. */
function after(
  ...listings: [minutes: number, status: 'active' | 'expired' | 'unknown'][]
): Account {
  return listings.reduce((before, [minutes, status]) => {
    const look = listing([listed({ status })]);
    const { accounts } = reconcile(target, [before], look, now + minutes * minute);
    const [next] = accounts;
    if (!next) throw new Error('The account is gone');
    return next;
  }, account());
}

/** Four losses and returns, a quarter of an hour apart; the last return is at 105 minutes. */
const fourLosses = [0, 30, 60, 90].flatMap((at): [number, 'active' | 'expired'][] => [
  [at, 'expired'],
  [at + 15, 'active'],
]);

describe('an account that keeps losing its connection', () => {
  it('is flapping from its fourth loss within six hours', () => {
    expect(isFlapping(after(...fourLosses.slice(0, 6)))).toBe(false);
    expect(after(...fourLosses.slice(0, 7)).flapping?.silencedAt).toBe(now + 90 * minute);
    expect(isFlapping(after(...fourLosses))).toBe(true);
  });

  it('is not flapping if its losses are further apart', () => {
    const spread = fourLosses.map(([at, status]): (typeof fourLosses)[number] => [
      at * 4.1,
      status,
    ]);
    expect(isFlapping(after(...spread))).toBe(false);
  });

  it('settles after two hours in one state, when a check confirms it', () => {
    expect(isFlapping(after(...fourLosses, [224, 'active']))).toBe(true);
    expect(isFlapping(after(...fourLosses, [225, 'active']))).toBe(false);
  });

  it('also settles if it stays broken', () => {
    const broken = after(...fourLosses.slice(0, 7));
    const look = listing([listed({ status: 'expired' })]);
    const { accounts } = reconcile(target, [broken], look, now + 211 * minute);
    expect(accounts.map(isFlapping)).toEqual([false]);
    expect(settledEvents([broken], accounts, now + 211 * minute)).toMatchObject([
      { from: 'expired', to: 'expired' },
    ]);
  });

  it('settles after two hours of good listings without it', () => {
    const gone = { ...after(...fourLosses), status: 'unlisted', statusSince: now } as const;
    const { accounts } = reconcile(target, [gone], listing([]), now + 2 * hour);
    expect(accounts.map(isFlapping)).toEqual([false]);
    const bad = listing([], { unidentified: 1 });
    expect(reconcile(target, [gone], bad, now + 2 * hour).accounts.map(isFlapping)).toEqual([true]);
  });

  it('is flapping again if it breaks within six hours of its losses', () => {
    const again = after(...fourLosses, [225, 'active'], [230, 'expired']);
    expect(again.flapping?.silencedAt).toBe(now + 230 * minute);
    expect(isFlapping(after(...fourLosses, [225, 'active'], [600, 'expired']))).toBe(false);
  });

  it('is no longer flapping after hours without checks', () => {
    const slept = after(...fourLosses, [600, 'expired']);
    expect(slept.flapping).toEqual({ trouble: 'expired', lossesAt: [now + 600 * minute] });
    // The change itself is an event, so there is no second one.
    expect(settledEvents([after(...fourLosses)], [slept], now + 600 * minute)).toEqual([]);
  });

  it('settles after the clock was set back', () => {
    expect(isFlapping(after(...fourLosses, [-600, 'active']))).toBe(false);
  });

  it('counts failing posts as losses, but not warnings', () => {
    const failing = new Map([['1', [now]]]);
    const { accounts } = applyFailingPosts([account()], failing, now);
    expect(accounts.map(({ flapping }) => flapping?.lossesAt)).toEqual([[now]]);
    expect(after([0, 'unknown']).flapping).toBeUndefined();
  });

  it('counts its losses of the last six hours', () => {
    const flapping = after(...fourLosses);
    expect(flappingLosses(flapping, now + 105 * minute)).toBe(4);
    expect(flappingLosses(flapping, now + 6 * hour)).toBe(3);
    expect(flappingLosses(flapping, now + 7 * hour)).toBeUndefined();
    expect(flappingLosses(after(...fourLosses.slice(0, 6)), now + 105 * minute)).toBeUndefined();
  });
});
