import type { Account } from '../accounts/account';
import type { Target } from '../accounts/identity';
import { type Connection, otherTargetIds } from '../state/connection';
import { accountsItem, targetStateItem } from '../state/items';
import type { Transaction } from '../storage/unit-of-work';

const nothing = { missing: 0, of: 0 };

/**
 * Counts the missing accounts of the connection's other targets, of those only that were listed after
 * this one first lacked an account. Agencies often have a small profile for each client, so an outage
 * only shows across profiles.
 *
 * Reads the other targets only while an account is missing.
 */
export async function missingElsewhere(
  tx: Transaction,
  connection: Connection,
  target: Target,
  accounts: readonly Account[],
): Promise<{ missing: number; of: number }> {
  const undecided = accounts.flatMap(({ missingSince, lostTogether, status }) =>
    lostTogether || status === 'unlisted' ? [] : (missingSince ?? []),
  );
  if (undecided.length === 0) return nothing;
  const since = Math.min(...undecided);
  const others = otherTargetIds(connection, target);
  const states = await tx.get(others.map(targetStateItem));
  const listedSince = others.filter((_, i) => (states[i]?.listedAt ?? 0) >= since);
  const lists = await tx.get(listedSince.map(accountsItem));
  const expected = lists
    .flatMap((list) => list ?? [])
    .filter(({ status }) => status !== 'unlisted');
  return {
    missing: expected.filter(({ missingSince }) => missingSince !== undefined).length,
    of: expected.length,
  };
}
