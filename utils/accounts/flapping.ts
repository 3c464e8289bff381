import { hourMs } from '../time';
import type { Account } from './account';
import { conditionOf, isWarning } from './attention';
import type { AccountEvent } from './history/event';
import { changeOf } from './history/status-change';

/*
 * A flapping account stops working and comes back again and again. Telling each change would teach
 * people to ignore alerts, so after three losses it is told once as flapping, then not at all until
 * it has been steady.
 */

/** An account that stops working more often than `lossesTold` times in this long (ms) is flapping. */
export const flappingWithinMs = 6 * hourMs;
export const lossesTold = 3;
/** How long (ms) it must stay in one state to be told again. */
export const steadyAfterMs = 2 * hourMs;

/** True while an account's changes are kept quiet. */
export function isFlapping({ flapping }: Account): boolean {
  return flapping?.quietSince !== undefined;
}

/**
 * How often a flapping account stopped working in the last 6 hours; `undefined` for any other, and
 * where it stopped but once in that time, as after hours without a check.
 *
 * @param now ms since the epoch
 */
export function flappingLosses({ flapping }: Account, now: number): number | undefined {
  if (flapping?.quietSince === undefined) return undefined;
  const { length } = within(flapping.lossesAt, now);
  return length > 1 ? length : undefined;
}

/**
 * Counts a loss where `after` stopped working at `now` (ms). Warnings are no losses. A change after
 * two hours of quiet ends it, even where no check confirmed those hours, as after sleep.
 */
export function withLoss(before: Account, after: Account, now: number): Account {
  const trouble = conditionOf(after);
  const hasChanged = trouble !== conditionOf(before);
  const { flapping } = hasChanged ? settled(before, now) : before;
  if (!hasChanged || trouble === 'working' || isWarning(trouble)) {
    return flapping ? { ...after, flapping } : after;
  }
  const lossesAt = [...within(flapping?.lossesAt ?? [], now), now];
  const quietSince = flapping?.quietSince ?? (lossesAt.length > lossesTold ? now : undefined);
  return {
    ...after,
    flapping: { trouble, lossesAt, ...(quietSince !== undefined && { quietSince }) },
  };
}

/** Ends the quiet of an account whose state, confirmed at `now` (ms), has held for two hours. */
export function settled(account: Account, now: number): Account {
  const { flapping } = account;
  const steadyMs = now - account.statusSince;
  // Negative once the clock was set back: nobody knows how long it has been steady.
  const isSteady = steadyMs >= steadyAfterMs || steadyMs < 0;
  if (flapping?.quietSince === undefined || !isSteady) return account;
  const { quietSince: _over, ...rest } = flapping;
  return { ...account, flapping: rest };
}

/**
 * What an account that has just settled is to be told as: the change from its last trouble to the
 * state in which it settled. No history has it, since it was recorded when it happened.
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

/** Times ahead of now were noted before the clock was set back. */
function within(lossesAt: readonly number[], now: number): number[] {
  return lossesAt.filter((at) => at > now - flappingWithinMs && at <= now);
}
