import type { Account, Mute } from '../accounts/account';
import { conditionOf } from '../accounts/attention';
import { withClient } from '../accounts/client';
import { appendEvents } from '../accounts/history/history';
import { changeOf } from '../accounts/history/status-change';
import { identityInTarget, targetId, targetIdOfAccount } from '../accounts/identity';
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
    const copies = (await copiesOfEach(tx, keys)).flat();
    const chosen = new Set(copies.map(({ copy }) => copy.key));
    for (const { item, accounts } of listsOf(copies)) {
      tx.put(
        item,
        accounts.map((account) => (chosen.has(account.key) ? withMute(account, mute) : account)),
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
    const [clients] = await tx.get([clientsItem]);
    const copies = (await copiesOfEach(tx, keys)).flat();
    const moved = copies.map(({ copy }) => copy.key);
    tx.put(clientsItem, withClient(clients, moved, client));
  });
}

/** Forgets unlisted accounts that their owner removed on purpose. Others stay. */
export function forgetAccounts(
  now: number,
  { accounts: keys }: Commands['forgetAccounts'],
): Promise<void> {
  return transaction(now, async (tx) => {
    const copies = (await copiesOfEach(tx, keys))
      .filter(([own]) => own?.copy.status === 'unlisted')
      .flat();
    const chosen = new Set(copies.map(({ copy }) => copy.key));
    await forget(tx, listsOf(copies), ({ key }) => chosen.has(key), now);
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
    const connection = connections.find(({ id }) => id === connectionId);
    if (!connection) return;
    const items = targetsOf(connection).map((target) => accountsItem(targetId(target)));
    const lists = await tx.get(items);
    const stored = items.map((item, i) => ({ item, accounts: lists[i] ?? [] }));
    await forget(tx, stored, are === 'doubted' ? isDoubted : isUnlistedTogether, now);
  });
}

interface StoredAccounts {
  item: ReturnType<typeof accountsItem>;
  accounts: readonly Account[];
}

/** Removes accounts, and records that they went. */
async function forget(
  tx: Transaction,
  lists: readonly StoredAccounts[],
  isGone: (account: Account) => boolean,
  now: number,
): Promise<void> {
  const gone = lists.flatMap(({ accounts }) => accounts.filter(isGone));
  if (gone.length === 0) return;
  for (const { item, accounts } of lists) {
    if (!accounts.some(isGone)) continue;
    tx.put(
      item,
      accounts.filter((account) => !isGone(account)),
    );
  }
  const [history] = await tx.get([historyItem]);
  const events = gone.map((account) => changeOf(account, conditionOf(account), 'absent', now));
  tx.put(historyItem, appendEvents(history, events, now));
}

/** An account as one connection lists it, with the list it is stored in. */
interface StoredCopy extends StoredAccounts {
  copy: Account;
}

async function copiesOfEach(tx: Transaction, keys: readonly string[]): Promise<StoredCopy[][]> {
  const copies = [];
  for (const key of keys) copies.push(await copiesOf(tx, key));
  return copies;
}

/** The lists that copies are stored in, each once. */
function listsOf(copies: readonly StoredCopy[]): StoredAccounts[] {
  return [...new Map(copies.map((copy) => [copy.item.key, copy])).values()];
}

/** The account of a key, followed by its copies in other connections of the service. */
async function copiesOf(tx: Transaction, key: string): Promise<StoredCopy[]> {
  const ownTargetId = targetIdOfAccount(key);
  const [connections, ownAccounts] = await tx.get([connectionsItem, accountsItem(ownTargetId)]);
  const account = ownAccounts?.find((other) => other.key === key);
  if (!ownAccounts || !account) return [];
  const own = { item: accountsItem(ownTargetId), accounts: ownAccounts, copy: account };
  const from = connections
    .flatMap((connection) =>
      targetsOf(connection).map((target) => ({
        connection,
        target,
      })),
    )
    .find(({ target }) => targetId(target) === ownTargetId);
  const elsewhere = from ? sameTargetElsewhere(connections, from.connection, from.target) : [];
  const items = elsewhere.map(({ target }) => accountsItem(targetId(target)));
  const lists = await tx.get(items);
  const identity = identityInTarget(account);
  const others = items.flatMap((item, i) => {
    const accounts = lists[i] ?? [];
    const copy = accounts.find((other) => identityInTarget(other) === identity);
    return copy ? { item, accounts, copy } : [];
  });
  return [own, ...others];
}
