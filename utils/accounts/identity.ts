import type { ListedAccount } from './account';
import { canPost, isWorking } from './attention';

/** What one request lists: a whole connection, or one profile of it. */
export interface Target {
  connectionId: string;
  profileId?: string;
}

/** The key of a target in storage. Parts are escaped, so that two targets never share one. */
export function targetId({ connectionId, profileId }: Target): string {
  return profileId === undefined
    ? escaped(connectionId)
    : `${escaped(connectionId)}/${escaped(profileId)}`;
}

/**
 * The identity of an account: its target, platform and the platform's own id, else the service's.
 * The platform's id survives a reconnect, which may give the record a new id.
 */
export function accountKey(target: Target, account: ListedAccount): string {
  const own = !account.platformAccountId
    ? `#${escaped(account.id)}`
    : `:${escaped(account.platformAccountId)}`;
  return `${targetId(target)}/${escaped(account.platform)}${own}`;
}

/** The target that an account's key names. */
export function targetIdOfAccount(key: string): string {
  return key.slice(0, key.lastIndexOf('/'));
}

/**
 * One record for each account. While a service lists the old and the new record of an account
 * that was reconnected, the working one speaks for it, else the most recently connected.
 */
export function onePerAccount(
  target: Target,
  accounts: readonly ListedAccount[],
): Map<string, ListedAccount> {
  const chosen = new Map<string, ListedAccount>();
  for (const account of accounts) {
    const key = accountKey(target, account);
    const rival = chosen.get(key);
    if (rival === undefined || speaksBefore(account, rival)) chosen.set(key, account);
  }
  return chosen;
}

function speaksBefore(account: ListedAccount, rival: ListedAccount): boolean {
  if (isWorking(account) !== isWorking(rival)) return isWorking(account);
  if (canPost(account) !== canPost(rival)) return canPost(account);
  if ((account.status === 'active') !== (rival.status === 'active'))
    return account.status === 'active';
  return connectedAt(account) > connectedAt(rival);
}

function connectedAt(account: ListedAccount): number {
  return Date.parse(account.connectedAt ?? '') || 0;
}

/** Lone surrogates cannot be encoded, and a service may send them: they become U+FFFD. */
function escaped(part: string): string {
  return encodeURIComponent(part.toWellFormed());
}
