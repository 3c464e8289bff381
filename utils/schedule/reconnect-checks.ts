import type { Account } from '../accounts/account';
import { isWorking } from '../accounts/attention';
import type { Reconnecting } from '../state/target-state';
import { minuteMs, secondMs } from '../time';

/**
 * Checks at growing distance, in case we never notice that access was granted.
 *
 * @param now ms since the epoch
 */
export function checksAfterOpening(now: number): number[] {
  return [1, 2, 4, 8].map((minutes) => now + minutes * minuteMs);
}

/**
 * Checks after the tab came back or was closed: the service may need a moment.
 *
 * @param now ms since the epoch
 */
export function checksAfterReturn(now: number): number[] {
  return [0, 30 * secondMs, 2 * minuteMs, 5 * minuteMs].map((ms) => now + ms);
}

/**
 * The checks left after one that began at `startedAt` (ms); `undefined` once the account works or
 * none is left.
 *
 * @param accounts the target's stored accounts now
 */
export function stillReconnecting(
  reconnecting: Reconnecting | undefined,
  accounts: readonly Account[],
  startedAt: number,
): Reconnecting | undefined {
  if (!reconnecting) return undefined;
  const account = accounts.find(({ key }) => key === reconnecting.account);
  const checksAt = reconnecting.checksAt.filter((at) => at > startedAt);
  if (checksAt.length === 0 || (account && isWorking(account))) return undefined;
  return { ...reconnecting, checksAt };
}
