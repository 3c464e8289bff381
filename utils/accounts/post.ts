import * as z from 'zod/mini';

/** A post as far as its accounts are concerned: its text is not kept. */
export const postSchema = z.object({
  id: z.string(),
  /** When it goes out or was to go out, in ms since the epoch. */
  at: z.number(),
  /** By the service's ids of the accounts. */
  accounts: z.array(z.object({ id: z.string(), outcome: z.enum(['waiting', 'posted', 'failed']) })),
});

export type Post = z.infer<typeof postSchema>;
export type Outcome = Post['accounts'][number]['outcome'];

/** What posts are asked for: those that still go out, those that could not, those that did. */
export const postLists = ['scheduled', 'failed', 'posted'] as const;
export type PostList = (typeof postLists)[number];

/** One page of a list of posts. */
export interface PostsPage {
  posts: readonly Post[];
  /** Posts of this page that could not be read. */
  unreadable: number;
  /** What the service says of an account's part in a post, where that is no word we know. */
  unknownWord?: string;
  /** How many pages the list has. */
  pages: number;
}
