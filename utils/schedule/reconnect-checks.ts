import type { Account } from '../accounts/account';
import { isWorking } from '../accounts/attention';
import type { Reconnecting } from '../state/target-state';
import { minuteMs, secondMs } from '../time';

/**
 * While access is being granted we may not hear that it was: a few looks, further and further apart.
 *
 * @param now ms since the epoch
 */
export function looksAfterOpening(now: number): number[] {
  return [1, 2, 4, 8].map((minutes) => now + minutes * minuteMs);
}

/**
 * Access was granted, or the tab given up: the service may need a moment to know.
 *
 * @param now ms since the epoch
 */
export function looksAfterReturn(now: number): number[] {
  return [0, 30 * secondMs, 2 * minuteMs, 5 * minuteMs].map((ms) => now + ms);
}

/**
 * What is left to look for after a check that began at `startedAt` (ms); `undefined` once the
 * account works, or every look was taken.
 *
 * @param accounts what is stored of the target now
 */
export function stillReconnecting(
  reconnecting: Reconnecting | undefined,
  accounts: readonly Account[],
  startedAt: number,
): Reconnecting | undefined {
  if (!reconnecting) return undefined;
  const account = accounts.find(({ key }) => key === reconnecting.account);
  const looks = reconnecting.looks.filter((at) => at > startedAt);
  if (looks.length === 0 || (account && isWorking(account))) return undefined;
  return { ...reconnecting, looks };
}
