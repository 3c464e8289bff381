import * as z from 'zod/mini';
import type { Outcome, Post, PostList } from '../../accounts/post';
import { cleanText } from '../../clean-text';
import { momentOf } from './local-time';

const id = z.union([z.number(), z.string()]);

export const entrySchema = z.object({
  id,
  scheduled_date: z.string(),
  timezone: z.string(),
  status: z.string(),
  accounts: z.array(z.object({ id, posted_status: z.optional(z.unknown()) })),
});

export type PostEntry = z.infer<typeof entrySchema>;

/** `posted` is documented of an account; the other two are documented of whole posts. */
const words = ['posted', 'failed', 'scheduled'];

/** An entry of a page; `undefined` where it has another shape. */
export function parsePost(raw: unknown): PostEntry | undefined {
  return entrySchema.safeParse(raw).data;
}

/** A word for an account's part in the post that we do not know, made fit to show. */
export function unknownWordIn({ accounts }: PostEntry): string | undefined {
  return accounts.map(wordOf).find((word) => word !== '' && !words.includes(word));
}

/** The post, with the list's own word for accounts without one; `undefined` without its time. */
export function normalizePost(entry: PostEntry, list: PostList): Post | undefined {
  const at = momentOf(entry.scheduled_date, entry.timezone);
  if (at === undefined) return undefined;
  const accounts = entry.accounts.map((account) => ({
    id: String(account.id),
    outcome: outcomeOf(wordOf(account), list),
  }));
  return { id: String(entry.id), at, accounts };
}

function outcomeOf(word: string, list: PostList): Outcome {
  if (word === 'posted' || word === 'failed') return word;
  if (list === 'failed') return 'failed';
  return list === 'posted' && word === '' ? 'posted' : 'waiting';
}

function wordOf({ posted_status: word }: PostEntry['accounts'][number]): string {
  if (word === undefined || word === null) return '';
  // `String` throws for an object that brings a `toString` of its own.
  return cleanText(typeof word === 'string' ? word : JSON.stringify(word))?.toLowerCase() ?? '';
}
