import * as z from 'zod/mini';
import { postLists, postSchema } from '../accounts/post';
import { serviceErrorSchema } from '../services/result';

/** Why a connection's posts are no longer read, until the user turns the switch off and on. */
const offSchema = z.union([
  z.object({ reason: z.literal('not-offered') }),
  z.object({ reason: z.literal('shape') }),
  z.object({ reason: z.literal('unknown-word'), word: z.string() }),
  z.object({ reason: z.literal('too-many') }),
]);

export type PostsOff = z.infer<typeof offSchema>;

/** What is known about a connection's posts as a whole. Times are ms since the epoch. */
export const postsStateSchema = z.object({
  /** When all pages were last read. */
  readAt: z.exactOptional(z.number()),
  /** When an account went missing: its posts are wanted at once. */
  wantedAt: z.exactOptional(z.number()),
  /** When scheduled posts go out, soonest first, by the service's account ids. */
  scheduled: z.array(z.object({ account: z.string(), times: z.array(z.number()) })),
  /** Posts on the last read pages that couldn't be read. */
  unreadable: z.number(),
  /** What was wrong with the last page, and when it may be asked for again. */
  problem: z.exactOptional(
    z.object({
      error: serviceErrorSchema,
      failures: z.number(),
      since: z.number(),
      until: z.number(),
    }),
  ),
  off: z.exactOptional(offSchema),
});

export type PostsState = z.infer<typeof postsStateSchema>;

export const noPosts: PostsState = { scheduled: [], unreadable: 0 };

/** How far the pages have been read. Only a complete read is used. */
export const pagingSchema = z.object({
  keyRevision: z.number(),
  /** ms since the epoch */
  startedAt: z.number(),
  list: z.enum(postLists),
  /** The page to ask for next, from 1. */
  page: z.number(),
  posts: z.array(postSchema),
  unreadable: z.number(),
});

export type PostsPaging = z.infer<typeof pagingSchema>;
