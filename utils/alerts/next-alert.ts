import { outboxItem, reminderItem } from '../state/items';
import { readStorageProblem } from '../state/read-state';
import { muteEndItem, storageProblemToldItem } from '../state/session-items';
import type { Settings } from '../state/settings';
import { readItems, type ValueSource } from '../storage/read-items';
import { lossesToldBy } from './mass-drop';
import { afterQuietHours } from './quiet-hours';
import { reminderDueAt } from './reminder';

const never = Number.POSITIVE_INFINITY;

/**
 * When something is to be told or shown that waits for its time, in ms since the epoch; `Infinity`
 * where nothing does. What the browser did not take waits for the next run, whenever that is.
 */
export async function nextAlertAt(
  settings: Settings,
  now: number,
  source?: ValueSource,
): Promise<number> {
  const { quietHours, remindDaily } = settings;
  const [reminder, muteEnd, { waiting }] = await readItems(
    [reminderItem, muteEndItem, outboxItem],
    source,
  );
  const due = remindDaily ? reminderDueAt(reminder) : never;
  const reminderAt = Number.isFinite(due) ? afterQuietHours(quietHours, Math.max(due, now)) : never;
  const end = afterQuietHours(quietHours, now);
  // Before they end, no reminder comes either.
  const toldAt = end > now && (await hasToTell()) ? end : reminderAt;
  const toldBy = lossesToldBy(waiting);
  const lossesAt = toldBy > now && end <= now ? toldBy : never;
  // The badge counts a muted account again at once, in quiet hours too.
  return Math.min(toldAt, lossesAt, muteEnd !== null && muteEnd > now ? muteEnd : never);
}

async function hasToTell(): Promise<boolean> {
  const [outbox, told] = await readItems([outboxItem, storageProblemToldItem]);
  const problem = await readStorageProblem();
  return outbox.waiting.length + outbox.parcels.length > 0 || (problem ?? told) !== told;
}
