import { lossesDueBy } from '../alerts/mass-drop';
import { afterQuietHours } from '../alerts/quiet-hours';
import { chatOutboxItem, chatStateItem, chatsItem } from '../state/chat/chat';
import type { Settings } from '../state/settings';
import { readItems, type ValueSource } from '../storage/read-items';
import { never } from '../time';
import { nextAttemptAt } from './retry';

/** When the next chat has to be posted to, in ms since the epoch; `Infinity` if none does. */
export async function nextMessageAt(
  { quietHours, quietChats }: Settings,
  now: number,
  source?: ValueSource,
): Promise<number> {
  const [chats] = await readItems([chatsItem], source);
  const endOfQuiet = quietChats ? afterQuietHours(quietHours, now) : now;
  const times = await Promise.all(
    chats.map(({ id, on }) => (on ? dueAt(id, now, endOfQuiet) : never)),
  );
  return Math.min(never, ...times);
}

async function dueAt(chatId: string, now: number, endOfQuiet: number): Promise<number> {
  const [{ waiting, notifications }, state] = await readItems([
    chatOutboxItem(chatId),
    chatStateItem(chatId),
  ]);
  if (waiting.length + notifications.length === 0) return never;
  const next = Math.max(endOfQuiet, nextAttemptAt(state, now));
  if (next > now || notifications.length > 0) return next;
  // Only two kinds can still wait here: losses that are held back, and notices of a policy that
  // hasn't loaded. The last attempt packed everything else.
  const heldUntil = lossesDueBy(waiting);
  return heldUntil > now ? heldUntil : never;
}
