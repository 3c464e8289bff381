import { dequal } from 'dequal/lite';
import type { Account } from './account';
import { withLoss } from './flapping';
import type { AccountEvent } from './history/event';
import { afterChange, eventsOf } from './history/status-change';
import type { PostTimes } from './posts-at-risk';

/**
 * Marks accounts whose posts failed lately, and clears the mark where none did.
 *
 * @param failures by the service's account ids
 * @param now ms since the epoch
 * @returns the array that was passed in where nothing changed
 */
export function applyFailingPosts(
  accounts: readonly Account[],
  failures: PostTimes,
  now: number,
): { accounts: readonly Account[]; events: readonly AccountEvent[] } {
  const judged = accounts.map((account) => {
    const next = judge(account, failures.get(account.id) ?? [], now);
    // A missing account may become unlisted, which says more than failing posts.
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
  const next = { ...rest, ...(failedPosts > 0 && { failedPosts }) };
  return withLoss(account, afterChange(account, next, now), now);
}
