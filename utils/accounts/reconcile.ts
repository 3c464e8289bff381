import { dequal } from 'dequal/lite';
import type { Account, ListedAccount, Listing } from './account';
import { withoutDuplicates } from './duplicate-records';
import type { AccountEvent } from './history/event';
import { afterChange, eventsOf } from './history/status-change';
import { keysIn, type Target } from './identity';
import { afterAbsence, isMassDrop, lookAgainAt } from './missing';
import { unreadableEntries } from './unreadable-entries';

export interface Reconciled {
  /** The very array that was passed in where nothing changed. */
  accounts: readonly Account[];
  events: readonly AccountEvent[];
  /** When to look again at an account that is missing; ms since the epoch. */
  lookAgainAt?: number;
}

/** What is known around a listing. */
interface Surroundings {
  /** When the target last listed its accounts before (ms since the epoch). */
  listedAt?: number | undefined;
  /** Accounts of the connection's other targets, as their listings since then have them. */
  elsewhere?: { missing: number; of: number };
}

/**
 * Brings what is stored of a target together with what it lists now.
 *
 * @param stored `undefined` at the target's first listing: what is found then is no change.
 * @param now ms since the epoch
 */
export function reconcile(
  target: Target,
  stored: readonly Account[] | undefined,
  listing: Listing,
  now: number,
  { listedAt, elsewhere = { missing: 0, of: 0 } }: Surroundings = {},
): Reconciled {
  const before = stored ?? [];
  /** Those that are known are taken out of it below, so that it ends with those that are new. */
  const listed = withoutDuplicates(listing.accounts, keysIn(target, before, listing));
  const look = unreadableEntries(before, listing);
  const expected = before.filter(({ status }) => status !== 'unlisted');
  const missing = expected.filter(({ key, id }) => !listed.has(key) && !look.listedIds.has(id));
  const inMassDrop =
    look.isGood && isMassDrop(missing.length + elsewhere.missing, expected.length + elsewhere.of);
  const absence = { look, inMassDrop, now, lastListingAt: listedAt };

  const kept = before.map((account) => {
    const entry = listed.get(account.key);
    listed.delete(account.key);
    if (entry && saysNothingNew(entry, account)) return account;
    const next = entry ? seenAgain(account, entry, now) : afterAbsence(account, absence);
    return dequal(next, account) ? account : next;
  });
  const added = [...listed].map(([key, entry]) => ({
    ...entry,
    key,
    firstSeenAt: now,
    statusSince: now,
  }));

  const accounts: readonly Account[] = [...kept, ...added];
  const events =
    stored === undefined ? [] : accounts.flatMap((account, i) => eventsOf(before[i], account, now));
  const unchanged =
    stored !== undefined && added.length === 0 && kept.every((next, i) => next === stored[i]);
  const looks = accounts
    .flatMap((account) => lookAgainAt(account) ?? [])
    // A look that is over and decided nothing, for want of a good listing, asks for no other.
    .filter((at) => at > now);

  return {
    accounts: unchanged ? stored : accounts,
    events,
    ...(looks.length > 0 && { lookAgainAt: Math.min(...looks) }),
  };
}

/**
 * True for nearly all entries of a check: what they say is known, and nothing waits for them to
 * say it. Field by field, as a check has thousands of them; it only spares {@link seenAgain}.
 */
function saysNothingNew(entry: ListedAccount, account: Account): boolean {
  return (
    account.missingSince === undefined &&
    account.mute?.until !== 'works' &&
    entry.id === account.id &&
    entry.platform === account.platform &&
    entry.platformAccountId === account.platformAccountId &&
    entry.name === account.name &&
    entry.handle === account.handle &&
    entry.picture === account.picture &&
    entry.status === account.status &&
    entry.reportedStatus === account.reportedStatus &&
    entry.connectedAt === account.connectedAt &&
    entry.refreshedAt === account.refreshedAt &&
    dequal(entry.scopes, account.scopes)
  );
}

function seenAgain(account: Account, entry: ListedAccount, now: number): Account {
  const next: Account = {
    ...entry,
    key: account.key,
    firstSeenAt: account.firstSeenAt,
    statusSince: account.statusSince,
    ...evidenceOf(account, now),
    ...(account.mute && { mute: account.mute }),
  };
  return afterChange(account, next, now);
}

/** An account that comes back starts anew: it was reconnected since its posts failed. */
function evidenceOf(
  { status, failedPosts, listedAgainAt }: Account,
  now: number,
): Pick<Account, 'failedPosts' | 'listedAgainAt'> {
  if (status === 'unlisted') return { listedAgainAt: now };
  return {
    ...(failedPosts !== undefined && { failedPosts }),
    ...(listedAgainAt !== undefined && { listedAgainAt }),
  };
}
