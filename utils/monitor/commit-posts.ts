import type { PostsPage } from '../accounts/post';
import { recentFailures, timesAtStake } from '../accounts/stake';
import type { Result, ServiceError } from '../services/result';
import { readingItem, stakeItem } from '../storage/items';
import { settingsInForce } from '../storage/settings';
import type { Transaction } from '../storage/writing';
import { hourMs } from '../time';
import { commitEvidence, withdrawEvidence } from './commit-evidence';
import type { Connection } from './connection';
import { afterFailure } from './next-check';
import { afterPage } from './reading';
import { nothingAtStake, type Reading, type StakeState } from './stake-state';

interface FinishedPage {
  connection: Connection;
  /** The reading that asked for the page. */
  reading: Reading;
  result: Result<PostsPage>;
  /** ms since the epoch */
  now: number;
  /** From 0 to below 1: the jitter of the next try. */
  random: number;
}

/** Puts all that follows from a page of posts into one transaction. */
export async function commitPage(tx: Transaction, page: FinishedPage): Promise<void> {
  const { connection, reading, result, now, random } = page;
  const { id } = connection;
  const [stake] = await tx.get([stakeItem(id)]);
  const { watchPosts } = await settingsInForce(tx);
  // Switched off while the request was out.
  if (!watchPosts) return;

  const after = afterPage(reading, result, now);
  switch (after.kind) {
    case 'more': {
      tx.put(readingItem(id), after.reading);
      const { problem, ...well } = stake;
      if (problem) tx.put(stakeItem(id), well);
      break;
    }
    case 'whole': {
      const atStake = timesAtStake(after.posts, now);
      const scheduled = [...atStake].map(([account, times]) => ({ account, times: [...times] }));
      tx.put(readingItem(id), null);
      tx.put(stakeItem(id), { readAt: now, scheduled, unreadable: after.unreadable });
      const failures = recentFailures(after.posts, now);
      await commitEvidence(tx, connection, { failures, atStake }, now);
      break;
    }
    case 'off':
      tx.put(stakeItem(id), { ...nothingAtStake, off: after.off });
      tx.put(readingItem(id), null);
      await withdrawEvidence(tx, [connection], now);
      break;
    case 'failed':
      tx.put(stakeItem(id), { ...stake, problem: problemOf(stake, after.error, now, random) });
      break;
  }
}

/** A page that failed is asked for again when a check would be. */
function problemOf(
  { problem }: StakeState,
  error: ServiceError,
  now: number,
  random: number,
): NonNullable<StakeState['problem']> {
  const failures = problem?.failures ?? 0;
  const plan = { intervalMs: hourMs, phase: 1, random };
  const until = afterFailure({ nextCheckAt: now, failures, unreadable: 0 }, error, now, plan);
  return { error, failures: failures + 1, since: now, until };
}
