import type { ListedAccount } from './account';
import { canPost, isWorking } from './attention';

/**
 * Keeps one record for each account. While a service lists the old and the new record of a
 * reconnected account, the working one counts, else the most recently connected.
 *
 * @param keyOf gives a record's account key, from `accountKeysFor`
 */
export function withoutDuplicates(
  accounts: readonly ListedAccount[],
  keyOf: (account: ListedAccount, position: number) => string,
): Map<string, ListedAccount> {
  const chosen = new Map<string, ListedAccount>();
  for (const [position, account] of accounts.entries()) {
    const key = keyOf(account, position);
    const rival = chosen.get(key);
    if (rival === undefined || takesPrecedence(account, rival)) chosen.set(key, account);
  }
  return chosen;
}

function takesPrecedence(account: ListedAccount, rival: ListedAccount): boolean {
  if (isWorking(account) !== isWorking(rival)) return isWorking(account);
  if (canPost(account) !== canPost(rival)) return canPost(account);
  if ((account.status === 'active') !== (rival.status === 'active'))
    return account.status === 'active';
  return connectedAt(account) > connectedAt(rival);
}

function connectedAt(account: ListedAccount): number {
  return Date.parse(account.connectedAt ?? '') || 0;
}
