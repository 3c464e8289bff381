import type { Account, Mute } from '../accounts/account';
import { conditionOf } from '../accounts/attention';
import { withClient } from '../accounts/client';
import type { AccountEvent } from '../accounts/history/event';
import { appendEvents } from '../accounts/history/history';
import { changeOf } from '../accounts/history/status-change';
import {
  identityInTarget,
  isOfConnection,
  targetId,
  targetIdOfAccount,
} from '../accounts/identity';
import { isDoubted, isUnlistedTogether } from '../accounts/missing';
import { sameTargetElsewhere, targetsOf } from '../state/connection';
import { accountsItem, clientsItem, connectionsItem, historyItem } from '../state/items';
import { transaction } from '../storage/transaction';
import type { Transaction } from '../storage/unit-of-work';
import type { Commands } from './messages';

/** Mutes accounts; `mute: null` unmutes them. */
export function muteAccounts(
  now: number,
  { accounts: keys, mute }: Commands['muteAccounts'],
): Promise<void> {
  return transaction(now, async (tx) => {
    const chosen = await withCopies(tx, keys);
    for (const id of targetIdsOf(chosen)) {
      await tx.update(accountsItem(id), (accounts) =>
        (accounts ?? []).map((one) => (chosen.has(one.key) ? withMute(one, mute) : one)),
      );
    }
  });
}

function withMute({ mute: _before, ...account }: Account, mute: Mute | null): Account {
  return mute ? { ...account, mute } : account;
}

/** Puts accounts under a client, with their copies in other connections. */
export function moveToClient(
  now: number,
  { accounts: keys, client }: Commands['moveToClient'],
): Promise<void> {
  return transaction(now, async (tx) => {
    const moved = [...(await withCopies(tx, keys))];
    await tx.update(clientsItem, (clients) => withClient(clients, moved, client));
  });
}

/** Forgets unlisted accounts that their owner removed on purpose. Others stay. */
export function forgetAccounts(
  now: number,
  { accounts: keys }: Commands['forgetAccounts'],
): Promise<void> {
  return transaction(now, async (tx) => {
    const chosen = await withCopies(tx, keys, ({ status }) => status === 'unlisted');
    await forget(tx, targetIdsOf(chosen), ({ key }) => chosen.has(key), now);
  });
}

/**
 * Forgets what a connection's listings lost at once: its owner removed those accounts. While one
 * profile's are unlisted, another's may only be doubted, so the user says which they mean.
 */
export function forgetLostAccounts(
  now: number,
  { connectionId, are }: Commands['forgetLostAccounts'],
): Promise<void> {
  return transaction(now, async (tx) => {
    const [connections] = await tx.get([connectionsItem]);
    const targets = connections.filter(({ id }) => id === connectionId).flatMap(targetsOf);
    await forget(
      tx,
      targets.map(targetId),
      are === 'doubted' ? isDoubted : isUnlistedTogether,
      now,
    );
  });
}

/** Removes accounts of these targets, and records that they went. */
async function forget(
  tx: Transaction,
  targetIds: Iterable<string>,
  isGone: (account: Account) => boolean,
  now: number,
): Promise<void> {
  const events: AccountEvent[] = [];
  for (const id of targetIds) {
    const [accounts] = await tx.get([accountsItem(id)]);
    const { gone, left = [] } = Object.groupBy(accounts ?? [], (one) =>
      isGone(one) ? 'gone' : 'left',
    );
    if (!gone) continue;
    tx.put(accountsItem(id), left);
    events.push(...gone.map((one) => changeOf(one, conditionOf(one), 'absent', now)));
  }
  await tx.update(historyItem, (history) => appendEvents(history, events, now));
}

function targetIdsOf(keys: ReadonlySet<string>): Set<string> {
  return new Set([...keys].map(targetIdOfAccount));
}

/** The keys of those accounts that are meant, and of their copies in the service's other connections. */
async function withCopies(
  tx: Transaction,
  keys: readonly string[],
  isMeant = (_account: Account) => true,
): Promise<Set<string>> {
  const found = new Set<string>();
  const [connections] = await tx.get([connectionsItem]);
  for (const key of keys) {
    const id = targetIdOfAccount(key);
    const [accounts] = await tx.get([accountsItem(id)]);
    const account = accounts?.find((other) => other.key === key);
    if (!account || !isMeant(account)) continue;
    found.add(key);
    const from = connections.find((connection) => isOfConnection(key, connection.id));
    const own = from && targetsOf(from).find((target) => targetId(target) === id);
    const elsewhere = own ? sameTargetElsewhere(connections, from, own) : [];
    const identity = identityInTarget(account);
    const items = elsewhere.map(({ target }) => accountsItem(targetId(target)));
    for (const others of await tx.get(items)) {
      const copy = others?.find((other) => identityInTarget(other) === identity);
      if (copy) found.add(copy.key);
    }
  }
  return found;
}
