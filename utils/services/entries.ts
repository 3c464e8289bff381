import * as z from 'zod/mini';
import type { ListedAccount, Listing } from '../accounts/account';
import { type Result, success } from './result';
import { otherShape, shapeOf } from './shape';

/** An account's id. An empty text is none. */
export const idSchema = z.union([z.number(), z.string().check(z.minLength(1))]);

const identified = z.object({ id: idSchema });

/**
 * Parses each entry by itself, so that an unreadable one hides no other.
 *
 * @param answer the whole answer, whose shape is kept if not all of it can be read
 * @returns a failure if there are entries and none can be read: the service has changed its format,
 * and what is known grows old
 */
export function readEntries<Entry>(
  entries: readonly unknown[],
  schema: z.ZodMiniType<Entry>,
  normalize: (entry: Entry) => ListedAccount,
  answer: unknown,
): Result<Listing> {
  const accounts: ListedAccount[] = [];
  const ids: string[] = [];
  let unidentified = 0;
  for (const entry of entries) {
    const parsed = schema.safeParse(entry);
    const known = parsed.success ? undefined : identified.safeParse(entry);
    if (parsed.success) accounts.push(normalize(parsed.data));
    else if (known?.success) ids.push(String(known.data.id));
    else unidentified += 1;
  }
  if (accounts.length === 0 && entries.length > 0) return otherShape(answer);
  const listing = { accounts, unreadable: { ids, unidentified } };
  return success(listing, accounts.length < entries.length ? shapeOf(answer) : undefined);
}
