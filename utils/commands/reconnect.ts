import { browser } from 'wxt/browser';
import { type Target, targetId, targetIdOfAccount } from '../accounts/identity';
import { isHostOf } from '../accounts/platform';
import { hasAccess } from '../requests/host-access';
import { requestWith } from '../requests/lease';
import { checksAfterOpening } from '../schedule/reconnect-checks';
import { apis } from '../services/apis';
import type { Http } from '../services/http';
import { services } from '../services/registry';
import type { ServiceError } from '../services/result';
import { readKey } from '../state/api-keys';
import { accountsItem, targetStateItem } from '../state/items';
import { readSchedule } from '../state/read-state';
import { reconnectTabsItem } from '../state/session-items';
import { readItems } from '../storage/read-items';
import { transaction } from '../storage/transaction';
import type { Commands, ReconnectReply } from './messages';

/**
 * Gets the address where access is granted, opens it in a tab, and schedules a few early checks. A
 * host other than the platform's own opens only after the user has agreed to it.
 */
export async function reconnectAccount(
  http: Http,
  { account: accountKey, host: agreedHost }: Commands['reconnectAccount'],
): Promise<ReconnectReply> {
  const id = targetIdOfAccount(accountKey);
  const [accounts] = await readItems([accountsItem(id)]);
  const account = accounts?.find(({ key }) => key === accountKey);
  const { connections } = await readSchedule(http.now());
  const found = connections
    .flatMap(({ connection, targets }) => targets.map(({ target }) => ({ connection, target })))
    .find(({ target }: { target: Target }) => targetId(target) === id);
  const start = found && apis[found.connection.service].startReconnect;
  if (!account || !start) return { kind: 'gone' };

  const { service } = found.connection;
  const at = http.now();
  const connectionId = found.connection.id;
  const key = await transaction(at, (tx) => readKey(tx, connectionId));
  const started = await requestWith({ connectionId, at, key }, await hasAccess(service), (key) =>
    start(http, key, {
      platform: account.platform,
      ...(found.target.profileId !== undefined && { profileId: found.target.profileId }),
    }),
  );
  if (!started.ok) {
    const { error } = started;
    if (!cannotBeDoneHere(error)) return { kind: 'failed', error };
    await browser.tabs.create({ url: services[service].dashboardUrl });
    return { kind: 'failed', error, openedInstead: services[service].name };
  }
  const url = new URL(started.value.authUrl);
  if (!isHostOf(account.platform, url.host) && url.host !== agreedHost) {
    return { kind: 'confirm', host: url.host };
  }
  const { id: tabId } = await browser.tabs.create({ url: url.href });
  await noteReconnect(id, accountKey, tabId, http.now());
  return { kind: 'opened' };
}

/** Errors that a retry won't change: the service doesn't start this reconnect. */
function cannotBeDoneHere({ kind }: ServiceError): boolean {
  return kind === 'bad-request' || kind === 'profile-unknown' || kind === 'unreadable';
}

function noteReconnect(
  target: string,
  account: string,
  tabId: number | undefined,
  now: number,
): Promise<void> {
  return transaction(now, async (tx) => {
    const [tabs, state] = await tx.get([reconnectTabsItem, targetStateItem(target)]);
    if (tabId !== undefined) tx.put(reconnectTabsItem, [...tabs, { tabId, target, account }]);
    const checksAt = checksAfterOpening(now);
    if (state) tx.put(targetStateItem(target), { ...state, reconnecting: { account, checksAt } });
  });
}
