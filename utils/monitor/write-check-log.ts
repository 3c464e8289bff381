import { type LoggedCheck, logCheck } from '../state/check-log';
import { connectionsItem } from '../state/items';
import { checkLogItem } from '../state/session-items';
import { groupCommit } from '../storage/group-commit';

/** How many checks may be buffered. A worker that is stopped loses them from the log. */
const mostWaiting = 20;

const waiting: LoggedCheck[] = [];

/** Buffers a check for the log: writing the whole log takes as long as storing ten checks. */
export async function noteCheck(check: LoggedCheck): Promise<void> {
  waiting.push(check);
  if (waiting.length >= mostWaiting) await writeCheckLog(check.at);
}

/** Writes the buffered checks. `now`: ms since the epoch. */
export async function writeCheckLog(now: number): Promise<void> {
  const checks = waiting.splice(0);
  if (checks.length === 0) return;
  await groupCommit(now, [connectionsItem, checkLogItem], async (tx) => {
    const [connections, log] = await tx.get([connectionsItem, checkLogItem]);
    // Everything may have been deleted meanwhile and must stay so.
    if (connections.length > 0) tx.put(checkLogItem, checks.reduce(logCheck, log));
  });
}
