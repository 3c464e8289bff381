import { dequal } from 'dequal/lite';
import type { Account, ListedAccount, Listing } from './account';
import { withoutDuplicates } from './duplicate-records';
import { endFlappingIfSteady, isFlapping, withLoss } from './flapping';
import type { AccountEvent } from './history/event';
import { afterChange, eventsOf } from './history/status-change';
import { accountKeysFor, type Target } from './identity';
import { afterAbsence, checkAgainAt, isMassDrop } from './missing';
import { unreadableEntries } from './unreadable-entries';

export interface Reconciled {
  /** The array that was passed in where nothing changed. */
  accounts: readonly Account[];
  events: readonly AccountEvent[];
  /** When to check a missing account again; ms since the epoch. */
  checkAgainAt?: number;
}

/** What else is known when a listing comes. */
interface ReconcileContext {
  /** When the target last listed its accounts before this (ms since the epoch). */
  listedAt?: number | undefined;
  /** Accounts of the connection's other targets that were listed after one here went missing. */
  elsewhere?: { missing: number; of: number };
}

/**
 * Updates a target's stored accounts from a new listing.
 *
 * @param stored `undefined` for the target's first listing, whose accounts are no changes
 * @param now ms since the epoch
 */
export function reconcile(
  target: Target,
  stored: readonly Account[] | undefined,
  listing: Listing,
  now: number,
  { listedAt, elsewhere = { missing: 0, of: 0 } }: ReconcileContext = {},
): Reconciled {
  const before = stored ?? [];
  /** Known accounts are removed below, which leaves the new ones. */
  const listed = withoutDuplicates(listing.accounts, accountKeysFor(target, before, listing));
  const unreadable = unreadableEntries(before, listing);
  const expected = before.filter(({ status }) => status !== 'unlisted');
  const missing = expected.filter(
    ({ key, id }) => !listed.has(key) && !unreadable.listedIds.has(id),
  );
  const inMassDrop =
    unreadable.isConclusive &&
    isMassDrop(missing.length + elsewhere.missing, expected.length + elsewhere.of);
  const absence = { unreadable, inMassDrop, now, lastListingAt: listedAt };

  const kept = before.map((account) => {
    const entry = listed.get(account.key);
    listed.delete(account.key);
    if (entry && saysNothingNew(entry, account)) return account;
    const next = entry ? seenAgain(account, entry, now) : afterAbsence(account, absence);
    const isConfirmed = entry !== undefined || unreadable.isConclusive;
    const tracked = withLoss(account, next, now);
    const steady = isConfirmed ? endFlappingIfSteady(tracked, now) : tracked;
    return dequal(steady, account) ? account : steady;
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
  const recheckTimes = accounts
    .flatMap((account) => checkAgainAt(account) ?? [])
    // Drop past times: an account that an unreadable entry leaves undecided would be checked again
    // and again.
    .filter((at) => at > now);

  return {
    accounts: unchanged ? stored : accounts,
    events,
    ...(recheckTimes.length > 0 && { checkAgainAt: Math.min(...recheckTimes) }),
  };
}

/**
 * True for the entries in which nothing changed, nearly all of a check's thousands. A fast comparison
 * that lets them skip {@link seenAgain}; the result is the same without it.
 */
function saysNothingNew(entry: ListedAccount, account: Account): boolean {
  return (
    account.missingSince === undefined &&
    account.mute?.until !== 'works' &&
    !isFlapping(account) &&
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
    ...failedPostsOf(account, now),
    ...(account.mute && { mute: account.mute }),
  };
  return afterChange(account, next, now);
}

/** Drop old failures when an account comes back: it was reconnected after those posts failed. */
function failedPostsOf(
  { status, failedPosts, listedAgainAt }: Account,
  now: number,
): Pick<Account, 'failedPosts' | 'listedAgainAt'> {
  if (status === 'unlisted') return { listedAgainAt: now };
  return {
    ...(failedPosts !== undefined && { failedPosts }),
    ...(listedAgainAt !== undefined && { listedAgainAt }),
  };
}
