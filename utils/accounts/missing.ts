import { minuteMs } from '../time';
import type { Account } from './account';
import type { UnreadableEntries } from './unreadable-entries';

/** An account is unlisted when two good listings at least this far apart (ms) lack it. */
export const secondLookAfterMs = minuteMs;

/**
 * A listing that lacks this many accounts, and at least this share of its target, is doubted. A
 * service in trouble answers with a short or empty list, while people remove accounts one by one.
 * Of one or two accounts, half is too easily a real removal.
 */
export const massDropAccounts = 3;
const massDropShare = 0.5;

/** Accounts that vanished in a mass drop are unlisted after this long (ms): most outages are shorter. */
export const massDropAfterMs = 30 * minuteMs;
/** And after this many good listings without them, a minute apart: one may be a stale cache. */
export const massDropListings = 4;
/** Pauses (ms) before each further look at a mass drop: soon at first, then gentle on the budget. */
const massDropPausesMs = [minuteMs, 5 * minuteMs, 15 * minuteMs] as const;

/** True where a listing lacks so many of a target's accounts that the listing itself is doubted. */
export function isMassDrop(missing: number, of: number): boolean {
  return missing >= massDropAccounts && missing >= of * massDropShare;
}

/** True while an account is gone from its listing and that is not believed yet. */
export function isDoubted({ massDrop, status }: Account): boolean {
  return massDrop !== undefined && status !== 'unlisted';
}

/** True for an account that was called unlisted together with many others. */
export function isUnlistedTogether({ massDrop, status }: Account): boolean {
  return massDrop !== undefined && status === 'unlisted';
}

/** What a listing without an account says of it. Times are ms since the epoch. */
interface Absence {
  look: UnreadableEntries;
  /** The listing lacks many accounts at once. */
  inMassDrop: boolean;
  now: number;
  /** When the target last listed its accounts before. */
  lastListingAt: number | undefined;
}

/**
 * A listed account after a listing without it. It keeps its state until a second good listing, a
 * minute later, lacks it too; in a mass drop, until 30 minutes and four good listings have passed.
 */
export function afterAbsence(account: Account, absence: Absence): Account {
  const { look, inMassDrop, now, lastListingAt } = absence;
  if (account.status === 'unlisted') return account;
  const { missingSince, massDrop, ...rest } = account;
  if (look.listedIds.has(account.id)) return withoutLastSeen(rest);
  if (!look.isGood) return account;
  // A first look from ahead of now was made before the clock was set back.
  if (missingSince === undefined || missingSince > now) {
    return {
      ...rest,
      missingSince: now,
      ...(inMassDrop && { massDrop: { listings: 1, at: now } }),
      ...(lastListingAt !== undefined && { lastSeenAt: Math.min(lastListingAt, now) }),
    };
  }
  if (massDrop) return afterDoubtfulAbsence(account, missingSince, massDrop, now);
  if (inMassDrop) return { ...account, massDrop: { listings: 1, at: now } };
  if (now - missingSince < secondLookAfterMs) return account;
  return { ...rest, status: 'unlisted', statusSince: missingSince };
}

function afterDoubtfulAbsence(
  account: Account,
  missingSince: number,
  massDrop: NonNullable<Account['massDrop']>,
  now: number,
): Account {
  if (massDrop.at > now) return { ...account, massDrop: { ...massDrop, at: now } };
  if (now - massDrop.at < secondLookAfterMs) return account;
  const counted = { listings: massDrop.listings + 1, at: now };
  if (counted.listings < massDropListings || now - missingSince < massDropAfterMs) {
    return { ...account, massDrop: counted };
  }
  const { missingSince: _over, ...rest } = account;
  return { ...rest, massDrop: counted, status: 'unlisted', statusSince: missingSince };
}

function withoutLastSeen({ lastSeenAt: _seen, ...account }: Account): Account {
  return account;
}

/** When to look again at a missing account, in ms since the epoch; `undefined` for any other. */
export function lookAgainAt({ missingSince, massDrop, status }: Account): number | undefined {
  if (missingSince === undefined || status === 'unlisted') return undefined;
  if (!massDrop) return missingSince + secondLookAfterMs;
  const pause = massDropPausesMs[massDrop.listings - 1] ?? massDropPausesMs[2];
  return massDrop.at + pause;
}
