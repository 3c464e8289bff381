import type { Account, Listing } from './account';

/** What the entries that could not be read say of the accounts that were not seen. */
export interface UnreadableEntries {
  /** Ids that are listed, though not readable. */
  listedIds: ReadonlySet<string>;
  /** False while an entry may be any account: one without an id, or with one that is new to us. */
  isGood: boolean;
}

/** What a listing's unreadable entries say, where `before` is what was known of its target. */
export function unreadableEntries(
  before: readonly Account[],
  { accounts, unreadable }: Listing,
): UnreadableEntries {
  const { ids, unidentified } = unreadable;
  if (ids.length === 0) return { listedIds: new Set(), isGood: unidentified === 0 };
  const known = new Set([...before, ...accounts].map(({ id }) => id));
  const isGood = unidentified === 0 && ids.every((id) => known.has(id));
  return { listedIds: new Set(ids), isGood };
}
