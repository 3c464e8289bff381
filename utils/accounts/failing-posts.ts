import { dequal } from 'dequal/lite';
import type { Account } from './account';
import type { AccountEvent } from './history/event';
import { afterChange, eventsOf } from './history/status-change';
import type { PostTimes } from './posts-at-risk';

/**
 * Judges the accounts of a target by posts that failed lately; with none, they work as far as
 * their listing tells.
 *
 * @param failures by the service's ids of the accounts
 * @param now ms since the epoch
 * @returns the very array that was passed in where nothing changed
 */
export function applyFailingPosts(
  accounts: readonly Account[],
  failures: PostTimes,
  now: number,
): { accounts: readonly Account[]; events: readonly AccountEvent[] } {
  const judged = accounts.map((account) => {
    const next = judge(account, failures.get(account.id) ?? [], now);
    // One that is missing may be about to be no longer listed, which says the same and more.
    const isMissing = account.missingSince !== undefined || account.status === 'unlisted';
    if (isMissing && account.failedPosts === undefined) return account;
    return dequal(next, account) ? account : next;
  });
  const events = judged.flatMap((account, i) => eventsOf(accounts[i], account, now));
  const unchanged = judged.every((account, i) => account === accounts[i]);
  return { accounts: unchanged ? accounts : judged, events };
}

function judge(account: Account, failures: readonly number[], now: number): Account {
  const { failedPosts: _before, ...rest } = account;
  const since = account.listedAgainAt ?? Number.NEGATIVE_INFINITY;
  const failedPosts = failures.filter((at) => at > since).length;
  return afterChange(account, { ...rest, ...(failedPosts > 0 && { failedPosts }) }, now);
}
