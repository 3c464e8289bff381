import type { Account, Listing } from './account';

/** What unreadable entries say about accounts that were not seen. */
export interface UnreadableEntries {
  /** Ids that are listed in unreadable entries. */
  listedIds: ReadonlySet<string>;
  /** False while an unreadable entry may be any account: it has no id, or an unknown one. */
  isConclusive: boolean;
}

/** Reads a listing's unreadable entries, given the target's known accounts. */
export function unreadableEntries(
  before: readonly Account[],
  { accounts, unreadable }: Listing,
): UnreadableEntries {
  const { ids, unidentified } = unreadable;
  if (ids.length === 0) return { listedIds: new Set(), isConclusive: unidentified === 0 };
  const known = new Set([...before, ...accounts].map(({ id }) => id));
  const isConclusive = unidentified === 0 && ids.every((id) => known.has(id));
  return { listedIds: new Set(ids), isConclusive };
}
