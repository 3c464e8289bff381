import type { Settings } from '../settings';
import { outboxItem, storageProblemToldItem } from '../storage/items';
import { readItems, readStorageProblem } from '../storage/read';
import { tellableAt } from './quiet-hours';

const never = Number.POSITIVE_INFINITY;

/**
 * When something is to be told that waits for its time, in ms since the epoch; `Infinity` where
 * nothing does. What the browser did not take waits for the next run, whenever that is.
 */
export async function nextAlertAt({ quietHours }: Settings, now: number): Promise<number> {
  const end = tellableAt(quietHours, now);
  if (end === now) return never;
  const [outbox, told] = await readItems([outboxItem, storageProblemToldItem]);
  const problem = await readStorageProblem();
  const waits = outbox.waiting.length + outbox.parcels.length > 0;
  return waits || (problem ?? told) !== told ? end : never;
}
