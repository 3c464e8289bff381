import type { Account } from '../accounts/account';
import { conditionOf } from '../accounts/attention';
import { remember } from '../accounts/history/history';
import { changeOf } from '../accounts/history/status-change';
import { targetId, targetIdOfAccount } from '../accounts/identity';
import { services } from '../services/registry';
import { targetsOf } from '../state/connection';
import { accountsItem, connectionsItem, historyItem } from '../state/items';
import { transaction } from '../storage/transaction';
import type { Transaction } from '../storage/unit-of-work';
import type { Commands } from './messages';

/** Keeps an account in trouble quiet for a while; `mute: null` ends that. */
export function muteAccount(
  now: number,
  { account: key, mute }: Commands['muteAccount'],
): Promise<void> {
  return transaction(now, async (tx) => {
    const item = accountsItem(targetIdOfAccount(key));
    const [accounts] = await tx.get([item]);
    const changed = accounts?.map((account): Account => {
      if (account.key !== key) return account;
      const { mute: _before, ...rest } = account;
      return mute ? { ...rest, mute } : rest;
    });
    if (changed) tx.put(item, changed);
  });
}

/** Forgets an unlisted account whose owner says that it was taken away on purpose. */
export function forgetAccount(
  now: number,
  { account: key }: Commands['forgetAccount'],
): Promise<void> {
  return transaction(now, (tx) =>
    forget(
      tx,
      targetIdOfAccount(key),
      (account) => account.key === key && account.status === 'unlisted',
      now,
    ),
  );
}

/** Forgets what a connection's listings lost at once: its owner removed those accounts. */
export function forgetLostAccounts(
  now: number,
  { connectionId }: Commands['forgetLostAccounts'],
): Promise<void> {
  return transaction(now, async (tx) => {
    const [connections] = await tx.get([connectionsItem]);
    const connection = connections.find(({ id }) => id === connectionId);
    if (!connection) return;
    const { hasProfiles } = services[connection.service];
    for (const target of targetsOf(connection, hasProfiles)) {
      await forget(tx, targetId(target), ({ massDrop }) => massDrop !== undefined, now);
    }
  });
}

/** Removes accounts of a target, and remembers that they went. */
async function forget(
  tx: Transaction,
  target: string,
  isGone: (account: Account) => boolean,
  now: number,
): Promise<void> {
  const item = accountsItem(target);
  const [accounts, history] = await tx.get([item, historyItem]);
  const { gone = [], kept = [] } = Object.groupBy(accounts ?? [], (account) =>
    isGone(account) ? 'gone' : 'kept',
  );
  if (gone.length === 0) return;
  tx.put(item, kept);
  const events = gone.map((account) => changeOf(account, conditionOf(account), 'absent', now));
  tx.put(historyItem, remember(history, events, now));
}
