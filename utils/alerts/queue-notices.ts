import { chatOutboxItem, chatsItem } from '../state/chat/chat';
import { outboxItem } from '../state/items';
import type { Notice } from '../state/outbox-schema';
import type { Settings } from '../state/settings';
import type { Transaction } from '../storage/unit-of-work';
import type { WantedKinds } from './notice';
import { enqueue } from './outbox';

/**
 * Queues notices in the write of their cause: for this browser, and for each chat that is on. Each
 * has kinds of its own.
 *
 * @param noticesFor the notices of the kinds that are wanted
 */
export async function queueNotices(
  tx: Transaction,
  settings: Settings,
  noticesFor: (wanted: WantedKinds) => readonly Notice[],
): Promise<void> {
  const own = noticesFor(settings);
  const [outbox, chats] = await tx.get([outboxItem, chatsItem]);
  if (own.length > 0) tx.put(outboxItem, enqueue(outbox, own));
  for (const { id, kinds, on } of chats) {
    const notices = on ? noticesFor({ notify: kinds }) : [];
    if (notices.length === 0) continue;
    const item = chatOutboxItem(id);
    const [waiting] = await tx.get([item]);
    tx.put(item, enqueue(waiting, notices));
  }
}
