import { outboxItem, reminderItem } from '../state/items';
import type { Outbox } from '../state/outbox-schema';
import { readStorageProblem } from '../state/read-state';
import { muteEndItem, notifiedStorageProblemItem } from '../state/session-items';
import type { Settings } from '../state/settings';
import { readItems, type ValueSource } from '../storage/read-items';
import { never } from '../time';
import { lossesDueBy } from './mass-drop';
import { afterQuietHours } from './quiet-hours';
import { reminderDueAt } from './reminder';

/**
 * When the next delayed alert is due, in ms since the epoch; `Infinity` if there is none. A
 * notification the browser rejected waits for the next run, whenever that is.
 */
export async function nextAlertAt(
  settings: Settings,
  now: number,
  source?: ValueSource,
): Promise<number> {
  const { quietHours, remindDaily } = settings;
  const [reminder, muteEnd, outbox] = await readItems(
    [reminderItem, muteEndItem, outboxItem],
    source,
  );
  const due = remindDaily ? reminderDueAt(reminder) : never;
  const reminderAt = Number.isFinite(due) ? afterQuietHours(quietHours, Math.max(due, now)) : never;
  const end = afterQuietHours(quietHours, now);
  // Reminders wait for the end of quiet hours too.
  const deliveryAt = end > now && (await hasUndelivered(outbox, source)) ? end : reminderAt;
  const lossesBy = lossesDueBy(outbox.waiting);
  const lossesAt = lossesBy > now && end <= now ? lossesBy : never;
  // When a mute ends, the badge counts the account at once, even in quiet hours.
  return Math.min(deliveryAt, lossesAt, muteEnd !== null && muteEnd > now ? muteEnd : never);
}

async function hasUndelivered(
  { waiting, notifications }: Outbox,
  source?: ValueSource,
): Promise<boolean> {
  if (waiting.length + notifications.length > 0) return true;
  const [notified] = await readItems([notifiedStorageProblemItem], source);
  return ((await readStorageProblem(source)) ?? notified) !== notified;
}
