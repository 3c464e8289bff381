import { type LoggedCheck, logCheck } from '../state/check-log';
import { connectionsItem } from '../state/items';
import { checkLogItem } from '../state/session-items';
import { groupCommit } from '../storage/group-commit';

/** How many checks may wait: a background that is stopped loses the log of these. */
const mostWaiting = 20;

const waiting: LoggedCheck[] = [];

/** Notes a check for the log. To write the whole log is as much work as to store ten checks. */
export async function noteCheck(check: LoggedCheck): Promise<void> {
  waiting.push(check);
  if (waiting.length >= mostWaiting) await writeCheckLog(check.at);
}

/** Writes the checks that were noted since; `now`: ms since the epoch. */
export async function writeCheckLog(now: number): Promise<void> {
  const checks = waiting.splice(0);
  if (checks.length === 0) return;
  await groupCommit(now, [connectionsItem, checkLogItem], async (tx) => {
    const [connections, log] = await tx.get([connectionsItem, checkLogItem]);
    // Everything may have been deleted meanwhile, and is to stay so.
    if (connections.length > 0) tx.put(checkLogItem, checks.reduce(logCheck, log));
  });
}
