import type { Account } from '../accounts/account';
import { conditionOf } from '../accounts/attention';
import { changeOf } from '../accounts/change';
import { remember } from '../accounts/history';
import { targetIdOfAccount } from '../accounts/identity';
import type { Commands } from '../messages';
import { accountsItem, historyItem } from '../storage/items';
import { transaction } from '../storage/transaction';

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
  return transaction(now, async (tx) => {
    const item = accountsItem(targetIdOfAccount(key));
    const [accounts, history] = await tx.get([item, historyItem]);
    const account = accounts?.find((other) => other.key === key);
    if (!accounts || account?.status !== 'unlisted') return;
    tx.put(
      item,
      accounts.filter((other) => other !== account),
    );
    const event = changeOf(account, conditionOf(account), 'absent', now);
    tx.put(historyItem, remember(history, [event], now));
  });
}
