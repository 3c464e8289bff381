import { browser } from 'wxt/browser';
import type { Account } from '../accounts/account';
import { conditionOf } from '../accounts/attention';
import { changeOf, remember } from '../accounts/history';
import { type Target, targetId, targetIdOfAccount } from '../accounts/identity';
import type { Commands, ReconnectReply } from '../messages';
import { hasAccess } from '../monitor/host-access';
import { clients } from '../services/clients';
import type { Http } from '../services/http';
import { accountsItem, historyItem } from '../storage/items';
import { readKey } from '../storage/keys';
import { readItems, readSchedule } from '../storage/read';
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

/** Asks the service where access is granted anew, and opens that page in a tab. */
export async function reconnectAccount(
  http: Http,
  { account: key }: Commands['reconnectAccount'],
): Promise<ReconnectReply> {
  const id = targetIdOfAccount(key);
  const [accounts] = await readItems([accountsItem(id)]);
  const account = accounts?.find((other) => other.key === key);
  const { connections } = await readSchedule(http.now());
  const found = connections
    .flatMap(({ connection, targets }) => targets.map(({ target }) => ({ connection, target })))
    .find(({ target }: { target: Target }) => targetId(target) === id);
  const profileId = found?.target.profileId;
  const start = found && clients[found.connection.service].startReconnect;
  if (!account || !start || profileId === undefined) return { kind: 'gone' };
  const apiKey = await transaction(http.now(), (tx) => readKey(tx, found.connection.id));
  if (apiKey === undefined) return { kind: 'failed', error: { kind: 'no-key' } };

  if (!(await hasAccess(found.connection.service))) {
    return { kind: 'failed', error: { kind: 'no-permission' } };
  }
  const started = await start(http, apiKey, { platform: account.platform, profileId });
  if (!started.ok) return { kind: 'failed', error: started.error };
  await browser.tabs.create({ url: started.value.authUrl });
  return { kind: 'opened' };
}
