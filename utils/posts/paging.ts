import type { Post, PostsPage } from '../accounts/post';
import { atRiskAheadMs, failuresCountMs, recentFailures } from '../accounts/posts-at-risk';
import type { Result, ServiceError } from '../services/result';
import type { WantedPosts } from '../services/service';
import type { PostsOff, PostsPaging } from '../state/posts-state';
import { dayMs } from '../time';

/** More pages than this would use too many reads. */
const mostPages = 30;
/** A read that takes longer than this (ms) is out of date and starts again. */
const longestReadingMs = dayMs;

/**
 * Continues a read that is under way, or starts one.
 *
 * @param now ms since the epoch
 */
export function resumePaging(
  stored: PostsPaging | null,
  keyRevision: number,
  now: number,
): PostsPaging {
  const canGoOn =
    stored?.keyRevision === keyRevision &&
    stored.startedAt <= now &&
    now - stored.startedAt < longestReadingMs;
  return canGoOn
    ? stored
    : { keyRevision, startedAt: now, list: 'scheduled', page: 1, posts: [], unreadable: 0 };
}

/** The page to ask for next. */
export function nextPage({ list, page, startedAt }: PostsPaging): WantedPosts {
  return list === 'scheduled'
    ? { list, page, from: startedAt, to: startedAt + atRiskAheadMs }
    : { list, page, from: startedAt - failuresCountMs, to: startedAt };
}

export type AfterPage =
  | { kind: 'more'; reading: PostsPaging }
  | { kind: 'whole'; posts: readonly Post[]; unreadable: number }
  | { kind: 'off'; off: PostsOff }
  | { kind: 'failed'; error: ServiceError };

/** The read after the answer to its next page. `now`: ms since the epoch. */
export function afterPage(reading: PostsPaging, result: Result<PostsPage>, now: number): AfterPage {
  if (result.ok) return withPage(reading, result.value, now);
  const { error } = result;
  // Unlike every other error, these two don't pass by themselves.
  if ((error.kind === 'server' || error.kind === 'moved') && error.status === 404) {
    return { kind: 'off', off: { reason: 'not-offered' } };
  }
  if (error.kind === 'unreadable' && error.reason === 'shape') {
    return { kind: 'off', off: { reason: 'shape' } };
  }
  return { kind: 'failed', error };
}

function withPage(before: PostsPaging, page: PostsPage, now: number): AfterPage {
  if (page.unknownStatus !== undefined) {
    return { kind: 'off', off: { reason: 'unknown-word', word: page.unknownStatus } };
  }
  if (page.pages > mostPages) return { kind: 'off', off: { reason: 'too-many' } };

  // Pages shift while they are read, so a post may be on two of them.
  const byId = new Map([...before.posts, ...page.posts].map((post) => [post.id, post]));
  const posts = [...byId.values()];
  const unreadable = before.unreadable + page.unreadable;
  const reading = { ...before, posts, unreadable };
  if (before.page < page.pages) {
    return { kind: 'more', reading: { ...reading, page: before.page + 1 } };
  }
  const list = listAfter(reading, now);
  return list
    ? { kind: 'more', reading: { ...reading, list, page: 1 } }
    : { kind: 'whole', posts, unreadable };
}

/** Published posts only matter where some failed before. */
function listAfter({ list, posts }: PostsPaging, now: number): PostsPaging['list'] | undefined {
  if (list === 'scheduled') return 'failed';
  if (list === 'posted') return undefined;
  return recentFailures(posts, now).size > 0 ? 'posted' : undefined;
}
