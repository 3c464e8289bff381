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

type PostEntry = z.infer<typeof entrySchema>;

/** `posted` is documented for accounts, the other two for whole posts. */
const statuses = ['posted', 'failed', 'scheduled'];

/** An account's status in the post that we don't know, made safe to show. */
export function unknownStatusIn({ accounts }: PostEntry): string | undefined {
  return accounts.map(postStatusOf).find((status) => status !== '' && !statuses.includes(status));
}

/** Normalizes a post. Accounts without a status get the list's; `undefined` if it has no time. */
export function normalizePost(entry: PostEntry, list: PostList): Post | undefined {
  const at = momentOf(entry.scheduled_date, entry.timezone);
  if (at === undefined) return undefined;
  const accounts = entry.accounts.map((account) => ({
    id: String(account.id),
    outcome: outcomeOf(postStatusOf(account), list),
  }));
  return { id: String(entry.id), at, accounts };
}

function outcomeOf(status: string, list: PostList): Outcome {
  if (status === 'posted' || status === 'failed') return status;
  if (list === 'failed') return 'failed';
  return list === 'posted' && status === '' ? 'posted' : 'waiting';
}

function postStatusOf({ posted_status: status }: PostEntry['accounts'][number]): string {
  if (status === undefined || status === null) return '';
  // `String` throws for an object with its own `toString`.
  return (
    cleanText(typeof status === 'string' ? status : JSON.stringify(status))?.toLowerCase() ?? ''
  );
}
