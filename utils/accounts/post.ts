import * as z from 'zod/mini';

/** A post and its accounts. Its text is not kept. */
export const postSchema = z.object({
  id: z.string(),
  /** When it goes out, or was meant to (ms since the epoch). */
  at: z.number(),
  /** By the service's account ids. */
  accounts: z.array(z.object({ id: z.string(), outcome: z.enum(['waiting', 'posted', 'failed']) })),
});

export type Post = z.infer<typeof postSchema>;
export type Outcome = Post['accounts'][number]['outcome'];

/** The lists of posts that can be asked for. */
export const postLists = ['scheduled', 'failed', 'posted'] as const;
export type PostList = (typeof postLists)[number];

/** One page of a list of posts. */
export interface PostsPage {
  posts: readonly Post[];
  /** Posts on this page that couldn't be read. */
  unreadable: number;
  /** A status for an account's part in a post that we don't know. */
  unknownStatus?: string;
  /** How many pages the list has. */
  pages: number;
}
