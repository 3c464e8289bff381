import type { Account, ListedAccount, Listing } from './account';
import { widerWord } from './platform';
import { unreadableEntries } from './unreadable-entries';

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
  return keyWithin(targetId(target), account);
}

function keyWithin(target: string, { platform, platformAccountId, id }: ListedAccount): string {
  const own = platformAccountId ? `:${escaped(platformAccountId)}` : `#${escaped(id)}`;
  return `${target}/${escaped(platform)}${own}`;
}

/** True for the key of an account of this connection, whichever target it is in. */
export function isOfConnection(accountKey: string, connectionId: string): boolean {
  return accountKey.startsWith(`${targetId({ connectionId })}/`);
}

/** The target that an account's key names. */
export function targetIdOfAccount(key: string): string {
  return key.slice(0, key.lastIndexOf('/'));
}

/**
 * Which account each record of a listing is, as a function from records and their places in the
 * listing to keys. Where a service tells no id of the platform's own, a reconnect may leave nothing
 * of the old record: a new one is then the account that is gone, if both are the only ones on their
 * platform by that name.
 *
 * @param stored what is known of the target; such an account keeps its key under its new id
 */
export function keysIn(
  target: Target,
  stored: readonly Account[],
  listing: Listing,
): (account: ListedAccount, position: number) => string {
  const { accounts } = listing;
  const place = targetId(target);
  const naturalKey = (account: ListedAccount) => keyWithin(place, account);
  if (stored.every(({ platformAccountId }) => platformAccountId)) {
    // Most records stand where they stood: their keys need not be made again, thousands in a check.
    return (account, position) => {
      const before = stored[position];
      const isSame =
        before?.platform === account.platform &&
        before.platformAccountId === account.platformAccountId;
      return isSame ? before.key : naturalKey(account);
    };
  }

  // A record that comes back under its old id is the account that had it first.
  const natural = new Set(accounts.map(naturalKey));
  const withoutOwnId = stored.filter(
    ({ platformAccountId, key }) => !platformAccountId && !natural.has(key),
  );
  const keysOfRecords = new Map(withoutOwnId.map((account) => [recordOf(account), account.key]));
  const known = new Set(stored.map(({ key }) => key));
  const keysOfWider = new Map(withoutOwnId.map((account) => [widerRecordOf(account), account.key]));
  const keyOf = (account: ListedAccount) => {
    const own = naturalKey(account);
    if (account.platformAccountId) return own;
    const wider = known.has(own) ? undefined : keysOfWider.get(widerRecordOf(account));
    return keysOfRecords.get(recordOf(account)) ?? wider ?? own;
  };
  const look = unreadableEntries(stored, listing);
  // An entry that cannot be read may be the account that seems to be gone.
  if (!look.isGood) return keyOf;

  const listed = new Set(accounts.map(keyOf));
  const gone = byName(
    withoutOwnId.filter(({ key, id }) => !listed.has(key) && !look.listedIds.has(id)),
  );
  const fresh = byName(
    accounts.filter((account) => !account.platformAccountId && !known.has(keyOf(account))),
  );
  for (const [name, record] of fresh) {
    const account = gone.get(name);
    if (account) keysOfRecords.set(recordOf(record), account.key);
  }
  return keyOf;
}

function recordOf({ platform, id }: Pick<Account, 'platform' | 'id'>): string {
  return `${platform}\n${id}`;
}

/** The same for a service that called the account's platform by a wider word before. */
function widerRecordOf({ platform, id }: Pick<Account, 'platform' | 'id'>): string {
  return recordOf({ platform: widerWord(platform), id });
}

type Named = Pick<Account, 'platform' | 'handle' | 'name'>;

/** Those that are the only one of these on their platform by their name. */
function byName<One extends Named>(accounts: readonly One[]): Map<string, One> {
  const all = [...Map.groupBy(accounts, nameOf)];
  return new Map(
    all.flatMap(([name, [one, ...others]]) =>
      name && one && others.length === 0 ? [[name, one] as const] : [],
    ),
  );
}

/** What a person tells accounts of a platform apart by; `undefined` where there is nothing. */
function nameOf({ platform, handle, name }: Named) {
  const word = handle ?? name;
  return word && `${platform}\n${word.toLowerCase()}`;
}

/** What `encodeURIComponent` leaves as it is: so are nearly all ids. */
const needsNoEscape = /^[\w.!~*'()-]*$/;

/** Lone surrogates cannot be encoded, and a service may send them: they become U+FFFD. */
function escaped(part: string): string {
  return needsNoEscape.test(part) ? part : encodeURIComponent(part.toWellFormed());
}
