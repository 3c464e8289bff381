import * as z from 'zod/mini';
import type { ListedAccount, Listing } from '../accounts/account';
import { type Result, success } from './result';
import { otherShape, shapeOf } from './shape';

/** An id of an account; an empty one names none. */
export const idSchema = z.union([z.number(), z.string().check(z.minLength(1))]);

const identified = z.object({ id: idSchema });

/**
 * Reads each entry by itself, so that one that cannot be read does not hide the others.
 *
 * @param read returns `undefined` for an entry that it cannot read; it does not throw.
 * @param answer the whole answer, whose shape is kept where not all of it can be read
 * @returns a failure where there are entries and none can be read: the service then
 * describes its accounts in another way than before, and what is known of them grows old
 */
export function readEntries(
  entries: readonly unknown[],
  read: (entry: unknown) => ListedAccount | undefined,
  answer: unknown,
): Result<Listing> {
  const accounts: ListedAccount[] = [];
  const ids: string[] = [];
  let unidentified = 0;
  for (const entry of entries) {
    const account = read(entry);
    if (account) {
      accounts.push(account);
      continue;
    }
    const known = identified.safeParse(entry);
    if (known.success) ids.push(String(known.data.id));
    else unidentified += 1;
  }
  if (accounts.length === 0 && entries.length > 0) {
    return otherShape(answer);
  }
  const listing = { accounts, unreadable: { ids, unidentified } };
  return success(listing, accounts.length < entries.length ? shapeOf(answer) : undefined);
}
