import { minuteMs } from '../time';
import type { Account } from './account';
import type { UnreadableEntries } from './unreadable-entries';

/** An account is unlisted once two good listings at least this far apart (ms) lack it. */
export const secondListingAfterMs = minuteMs;

/**
 * A listing that lacks this many accounts and at least this share of its target is doubted. A
 * service in trouble answers with a short or empty list; people remove accounts one by one. Below
 * three accounts the rule doesn't apply: losing one of two is usually a real removal.
 */
export const massDropAccounts = 3;
const massDropShare = 0.5;

/** Accounts in a mass drop are unlisted after this long (ms). Most outages are shorter. */
export const massDropAfterMs = 30 * minuteMs;
/**
 * And after this many good listings without them, a minute apart: one may come from a stale cache.
 */
export const massDropListings = 4;
/**
 * Pauses (ms) before each further check of a mass drop: soon at first, then sparing the read
 * budget. The last check comes when 30 minutes are over.
 */
const massDropPausesMs = [minuteMs, 5 * minuteMs, 15 * minuteMs] as const;

/** True where a listing lacks so many of its target's accounts that it is doubted. */
export function isMassDrop(missing: number, of: number): boolean {
  return missing >= massDropAccounts && missing >= of * massDropShare;
}

/** True while an account's absence is not believed yet. */
export function isDoubted({ lostTogether, status }: Account): boolean {
  return lostTogether !== undefined && status !== 'unlisted';
}

/** True for an account that became unlisted together with many others. */
export function isUnlistedTogether({ lostTogether, status }: Account): boolean {
  return lostTogether !== undefined && status === 'unlisted';
}

/** A listing without an account. Times are ms since the epoch. */
interface Absence {
  unreadable: UnreadableEntries;
  /** The listing lacks many accounts at once. */
  inMassDrop: boolean;
  now: number;
  /** When the target last listed its accounts before this. */
  lastListingAt: number | undefined;
}

/**
 * An account after a listing that lacks it. It keeps its state until a second good listing, a
 * minute later, lacks it too; in a mass drop, until 30 minutes and four good listings have passed.
 */
export function afterAbsence(account: Account, absence: Absence): Account {
  const { unreadable, inMassDrop, now, lastListingAt } = absence;
  if (account.status === 'unlisted') return account;
  const { missingSince, lostTogether, ...rest } = account;
  if (unreadable.listedIds.has(account.id)) {
    const { lastSeenAt: _seen, ...listed } = rest;
    return listed;
  }
  if (!unreadable.isConclusive) return account;
  // A time in the future means the clock was set back.
  if (missingSince === undefined || missingSince > now) {
    return {
      ...rest,
      missingSince: now,
      ...(inMassDrop && { lostTogether: { listings: 1, at: now } }),
      ...(lastListingAt !== undefined && { lastSeenAt: Math.min(lastListingAt, now) }),
    };
  }
  if (lostTogether) return afterDoubtfulAbsence(account, missingSince, lostTogether, now);
  if (inMassDrop) return { ...account, lostTogether: { listings: 1, at: now } };
  if (now - missingSince < secondListingAfterMs) return account;
  return { ...rest, status: 'unlisted', statusSince: missingSince };
}

function afterDoubtfulAbsence(
  account: Account,
  missingSince: number,
  lostTogether: NonNullable<Account['lostTogether']>,
  now: number,
): Account {
  if (lostTogether.at > now) return { ...account, lostTogether: { ...lostTogether, at: now } };
  if (now - lostTogether.at < secondListingAfterMs) return account;
  const counted = { listings: lostTogether.listings + 1, at: now };
  if (counted.listings < massDropListings || now - missingSince < massDropAfterMs) {
    return { ...account, lostTogether: counted };
  }
  const { missingSince: _over, ...rest } = account;
  return { ...rest, lostTogether: counted, status: 'unlisted', statusSince: missingSince };
}

/** When to check a missing account again, in ms since the epoch; `undefined` for any other. */
export function checkAgainAt({ missingSince, lostTogether, status }: Account): number | undefined {
  if (missingSince === undefined || status === 'unlisted') return undefined;
  if (!lostTogether) return missingSince + secondListingAfterMs;
  const pause = massDropPausesMs[lostTogether.listings - 1] ?? massDropPausesMs[2];
  const decidedAt = Math.max(
    missingSince + massDropAfterMs,
    lostTogether.at + secondListingAfterMs,
  );
  return Math.min(lostTogether.at + pause, decidedAt);
}
