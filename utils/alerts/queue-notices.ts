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
  const [chats, outbox] = await tx.get([chatsItem, outboxItem]);
  const own = noticesFor(settings);
  if (own.length > 0) tx.put(outboxItem, enqueue(outbox, own));
  for (const { id, kinds } of chats.filter(({ on }) => on)) {
    const notices = noticesFor({ notify: kinds });
    if (notices.length === 0) continue;
    await tx.update(chatOutboxItem(id), (chatOutbox) => enqueue(chatOutbox, notices));
  }
}
