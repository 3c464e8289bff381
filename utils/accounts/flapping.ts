import { hourMs } from '../time';
import type { Account } from './account';
import { conditionOf } from './attention';
import type { AccountEvent } from './history/event';
import { changeOf } from './history/status-change';
import { isWarning } from './trouble';

/*
 * A flapping account stops working and comes back again and again. An alert for each change would
 * teach people to ignore alerts, so the fourth loss within 6 hours is notified as flapping. The next
 * notification comes once the account was steady for 2 hours.
 */

/** An account that stops working more often than `mostLossesNotified` times within this time (ms) is flapping. */
export const flappingWithinMs = 6 * hourMs;
export const mostLossesNotified = 3;
/** A flapping account that stays in one state for this long (ms) has settled. */
export const steadyAfterMs = 2 * hourMs;

/** True while an account's changes aren't notified. */
export function isFlapping({ flapping }: Account): boolean {
  return flapping?.silencedAt !== undefined;
}

/**
 * How often a flapping account stopped working in the last 6 hours. `undefined` for any other, and
 * for one that stopped only once in that time, as happens after hours without a check.
 *
 * @param now ms since the epoch
 */
export function flappingLosses({ flapping }: Account, now: number): number | undefined {
  if (flapping?.silencedAt === undefined) return undefined;
  const { length } = within(flapping.lossesAt, now);
  return length > 1 ? length : undefined;
}

/**
 * Counts a loss where `after` stopped working at `now` (ms). Warnings don't count. Two hours
 * without a change end the flapping. Time asleep counts as well.
 */
export function withLoss(before: Account, after: Account, now: number): Account {
  const trouble = conditionOf(after);
  const hasChanged = trouble !== conditionOf(before);
  const { flapping } = hasChanged ? endFlappingIfSteady(before, now) : before;
  if (!hasChanged || trouble === 'working' || isWarning(trouble)) {
    return flapping ? { ...after, flapping } : after;
  }
  const lossesAt = [...within(flapping?.lossesAt ?? [], now), now];
  const silencedAt =
    flapping?.silencedAt ?? (lossesAt.length > mostLossesNotified ? now : undefined);
  return {
    ...after,
    flapping: { trouble, lossesAt, ...(silencedAt !== undefined && { silencedAt }) },
  };
}

/** Ends flapping if the state, confirmed at `now` (ms), has held for two hours. */
export function endFlappingIfSteady(account: Account, now: number): Account {
  const { flapping } = account;
  const steadyMs = now - account.statusSince;
  // Negative after the clock was set back; then nobody knows, so end it.
  const isSteady = steadyMs >= steadyAfterMs || steadyMs < 0;
  if (flapping?.silencedAt === undefined || !isSteady) return account;
  const { silencedAt: _over, ...rest } = flapping;
  return { ...account, flapping: rest };
}

/**
 * Events for accounts that have just settled: from the last trouble to the state they settled in.
 * They are notified but not added to the history, which recorded each change when it happened.
 *
 * @param now ms since the epoch
 */
export function settledEvents(
  before: readonly Account[],
  after: readonly Account[],
  now: number,
): AccountEvent[] {
  if (before === after) return [];
  const wasFlapping = new Map(before.filter(isFlapping).map((account) => [account.key, account]));
  return after.flatMap((account) => {
    const { flapping, statusSince } = account;
    const hasSettled = statusSince === wasFlapping.get(account.key)?.statusSince;
    if (!flapping || isFlapping(account) || !hasSettled) return [];
    return changeOf(account, flapping.trouble, conditionOf(account), now);
  });
}

/** The losses of the last six hours. A time in the future means the clock was set back. */
function within(lossesAt: readonly number[], now: number): number[] {
  return lossesAt.filter((at) => at > now - flappingWithinMs && at <= now);
}
