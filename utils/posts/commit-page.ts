import type { PostsPage } from '../accounts/post';
import { recentFailures, timesAtRisk } from '../accounts/posts-at-risk';
import { nextCheckAfterFailure } from '../schedule/next-check';
import type { Result, ServiceError } from '../services/result';
import type { Connection } from '../state/connection';
import { pagingItem, postsItem } from '../state/items';
import { noPosts, type PostsPaging, type PostsState } from '../state/posts-state';
import { settingsInForce } from '../state/read-state';
import { newTarget } from '../state/target-state';
import type { Transaction } from '../storage/unit-of-work';
import { hourMs } from '../time';
import { commitFailingPosts, withdrawFailingPosts } from './commit-failing-posts';
import { afterPage } from './paging';

interface FinishedPage {
  connection: Connection;
  /** The read that this page belongs to. */
  reading: PostsPaging;
  result: Result<PostsPage>;
  /** ms since the epoch */
  now: number;
  /** From 0 to below 1: jitter for the next try. */
  random: number;
}

/** Stores everything that follows from one page of posts, in one transaction. */
export async function commitPage(tx: Transaction, page: FinishedPage): Promise<void> {
  const { connection, reading, result, now, random } = page;
  const { id } = connection;
  const [posts] = await tx.get([postsItem(id)]);
  const { watchPosts } = await settingsInForce(tx);
  // The setting was switched off while the request was out.
  if (!watchPosts) return;

  const after = afterPage(reading, result, now);
  switch (after.kind) {
    case 'more': {
      tx.put(pagingItem(id), after.reading);
      const { problem, ...well } = posts;
      if (problem) tx.put(postsItem(id), well);
      break;
    }
    case 'whole': {
      const scheduledPosts = timesAtRisk(after.posts, now);
      const scheduled = [...scheduledPosts].map(([account, times]) => ({
        account,
        times: [...times],
      }));
      tx.put(pagingItem(id), null);
      tx.put(postsItem(id), { readAt: now, scheduled, unreadable: after.unreadable });
      const failures = recentFailures(after.posts, now);
      await commitFailingPosts(tx, connection, { failures, scheduledPosts }, now);
      break;
    }
    case 'off':
      tx.put(postsItem(id), { ...noPosts, off: after.off });
      tx.put(pagingItem(id), null);
      await withdrawFailingPosts(tx, [connection], now);
      break;
    case 'failed':
      tx.put(postsItem(id), { ...posts, problem: problemOf(posts, after.error, now, random) });
      break;
  }
}

/** A failed page is retried like a failed check. */
function problemOf(
  { problem }: PostsState,
  error: ServiceError,
  now: number,
  random: number,
): NonNullable<PostsState['problem']> {
  const failures = problem?.failures ?? 0;
  const plan = { intervalMs: hourMs, phase: 1, random };
  const until = nextCheckAfterFailure({ ...newTarget(now), failures }, error, now, plan);
  return { error, failures: failures + 1, since: now, until };
}
