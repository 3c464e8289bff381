import type { Account, ListedAccount, Listing } from './account';
import { legacyPlatform } from './platform';
import { unreadableEntries } from './unreadable-entries';

/** What one request lists: a whole connection, or one profile of it. */
export interface Target {
  connectionId: string;
  profileId?: string;
}

/** A target's storage key. Its parts are escaped, so that no two targets share one. */
export function targetId({ connectionId, profileId }: Target): string {
  const profile = profileId === undefined ? '' : `/${escaped(profileId)}`;
  return escaped(connectionId) + profile;
}

/**
 * An account's identity: target, platform, and the platform's own id, else the service's. The
 * platform's id survives a reconnect, which may give the record a new id.
 */
export function accountKey(
  targetId: string,
  { platform, platformAccountId, id }: ListedAccount,
): string {
  const own = platformAccountId ? `:${escaped(platformAccountId)}` : `#${escaped(id)}`;
  return `${targetId}/${escaped(platform)}${own}`;
}

/** True where an account's key belongs to this connection, in any of its targets. */
export function isOfConnection(accountKey: string, connectionId: string): boolean {
  return accountKey.startsWith(`${targetId({ connectionId })}/`);
}

/** The target in an account's key. */
export function targetIdOfAccount(key: string): string {
  return key.slice(0, key.lastIndexOf('/'));
}

/**
 * The identity of an account among connections of one service that list the same place: the
 * platform's own id, else the service's. Two users of a service might share ids, so the name has to
 * match as well.
 */
export function identityInTarget(account: Account): string {
  const { platform, platformAccountId } = account;
  if (platformAccountId) return `${platform}:${platformAccountId}`;
  return `${recordOf(account)}\n${nameOf(account) ?? ''}`;
}

/**
 * Finds the account of each record in a listing.
 *
 * Where a service reports no platform id, a reconnect may replace the record and its id. A new
 * record is then taken for the account that is gone, if both are the only ones on their platform
 * with that name.
 *
 * @param stored the target's known accounts; each keeps its key under a new id
 * @returns the key for a record and its index in the listing
 */
export function accountKeysFor(
  target: Target,
  stored: readonly Account[],
  listing: Listing,
): (account: ListedAccount, position: number) => string {
  const { accounts } = listing;
  const id = targetId(target);
  const naturalKey = (account: ListedAccount) => accountKey(id, account);
  if (stored.every(({ platformAccountId }) => platformAccountId)) {
    // Most records keep their index, so thousands of keys need not be built in every check.
    return (account, position) => {
      const before = stored[position];
      const isSame =
        before?.platform === account.platform &&
        before.platformAccountId === account.platformAccountId;
      return isSame ? before.key : naturalKey(account);
    };
  }

  // A record whose id is stored already keeps its account, whatever its name.
  const natural = new Set(accounts.map(naturalKey));
  const withoutOwnId = stored.filter(
    ({ platformAccountId, key }) => !platformAccountId && !natural.has(key),
  );
  const keysOfRecords = new Map(withoutOwnId.map((account) => [recordOf(account), account.key]));
  const known = new Set(stored.map(({ key }) => key));
  const keysOfLegacy = new Map(
    withoutOwnId.map((account) => [legacyRecordOf(account), account.key]),
  );
  const keyOf = (account: ListedAccount) => {
    const own = naturalKey(account);
    if (account.platformAccountId) return own;
    const legacy = known.has(own) ? undefined : keysOfLegacy.get(legacyRecordOf(account));
    return keysOfRecords.get(recordOf(account)) ?? legacy ?? own;
  };
  const unreadable = unreadableEntries(stored, listing);
  // An unreadable entry may be the account that seems to be gone.
  if (!unreadable.isConclusive) return keyOf;

  const listed = new Set(accounts.map(keyOf));
  const gone = byName(
    withoutOwnId.filter(({ key, id }) => !listed.has(key) && !unreadable.listedIds.has(id)),
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

/** The same for an account whose platform the service used to report more broadly. */
function legacyRecordOf({ platform, id }: Pick<Account, 'platform' | 'id'>): string {
  return recordOf({ platform: legacyPlatform(platform), id });
}

type Named = Pick<Account, 'platform' | 'handle' | 'name'>;

/** Those whose name is unique on their platform. */
function byName<One extends Named>(accounts: readonly One[]): Map<string, One> {
  const all = [...Map.groupBy(accounts, nameOf)];
  return new Map(
    all.flatMap(([name, [one, ...others]]) =>
      name && one && others.length === 0 ? [[name, one] as const] : [],
    ),
  );
}

/** The name by which people tell a platform's accounts apart, if there is one. */
function nameOf({ platform, handle, name }: Named) {
  const word = handle ?? name;
  return word && `${platform}\n${word.toLowerCase()}`;
}

/** Characters that `encodeURIComponent` leaves alone: nearly all ids have no others. */
const needsNoEscape = /^[\w.!~*'()-]*$/;

/** A service may send lone surrogates, which can't be encoded: they become U+FFFD. */
function escaped(part: string): string {
  return needsNoEscape.test(part) ? part : encodeURIComponent(part.toWellFormed());
}
