import { dequal } from 'dequal/lite';
import { browser } from 'wxt/browser';
import { withoutDelivered } from '../alerts/outbox';
import { afterQuietHours } from '../alerts/quiet-hours';
import type { ChatError } from '../chat-services/chat-error';
import type { ChatMessage } from '../chat-services/message';
import { postMessage } from '../chat-services/post';
import { parseWebhook, webhookAccess } from '../chat-services/registry';
import type { Http } from '../services/http';
import {
  type Chat,
  chatOutboxItem,
  chatStateItem,
  chatsItem,
  lostMessagesItem,
} from '../state/chat/chat';
import { chatAddressesItem } from '../state/chat/chat-addresses';
import { policyRecordItem } from '../state/managed-policy';
import type { OutgoingNotification } from '../state/outbox-schema';
import { readState, settingsInForce } from '../state/read-state';
import { readItems } from '../storage/read-items';
import { transaction } from '../storage/transaction';
import type { Transaction } from '../storage/unit-of-work';
import { writeCount } from '../storage/write-count';
import { chatMessage, testMessage } from './message-text';
import { isGivenUp, prepareForChat } from './outbox-of-chat';
import { createPacing } from './pacing';
import { nextAttemptAt, stateAfter } from './retry';

export interface ChatSender {
  /**
   * Posts what waits for each chat, in order; what failed waits for its time. Returns true where
   * anything was written.
   */
  send(): Promise<boolean>;
  /** Posts a test message. Returns what went wrong, if anything. */
  test(address: string): Promise<ChatError | undefined>;
}

/** A message about to be posted, and to where. */
interface Outgoing {
  message: OutgoingNotification;
  address: string | undefined;
}

/**
 * Sends alerts to team chats. A message leaves its outbox once the service has accepted it, so a
 * killed worker loses none. One killed between the answer and that write posts the message again:
 * no webhook lets us say that it is the same.
 *
 * @param mayPost resolves once an address may be posted to
 */
export function createChatSender(http: Http, mayPost = createPacing()): ChatSender {
  async function post(address: string | undefined, message: ChatMessage) {
    const webhook = parseWebhook(address ?? '');
    if (!webhook) return { kind: 'gone', status: 0 } as const;
    const isGranted = await browser.permissions.contains(webhookAccess(webhook));
    if (!isGranted) return { kind: 'no-permission' } as const;
    await mayPost(webhook.url.href);
    return postMessage(http, webhook, message);
  }

  /** One at a time for each chat, so that messages stay in order. */
  function sendTo({ id }: Chat): Promise<void> {
    return navigator.locks.request(`chat ${id}`, async () => {
      if (!(await hasDue(id, http.now()))) return;
      for (;;) {
        const next = await takeNext(id, http.now());
        if (!next) return;
        const error = await post(next.address, chatMessage(next.message, http.now()));
        await storeOutcome(id, next, error, http.now());
        if (error && error.kind !== 'rejected') return;
      }
    });
  }

  return {
    async send() {
      const [chats] = await readItems([chatsItem]);
      const before = writeCount();
      await Promise.all(chats.filter(({ on }) => on).map(sendTo));
      return writeCount() !== before;
    },
    test: (address) => post(address, testMessage()),
  };
}

async function hasDue(chatId: string, now: number): Promise<boolean> {
  const [{ waiting, notifications }, state] = await readItems([
    chatOutboxItem(chatId),
    chatStateItem(chatId),
  ]);
  return waiting.length + notifications.length > 0 && nextAttemptAt(state, now) <= now;
}

/**
 * Prepares the outbox, gives up what has waited for a day, and returns the next message; none in
 * quiet hours that hold chats.
 */
function takeNext(chatId: string, now: number): Promise<Outgoing | undefined> {
  return transaction(now, async (tx) => {
    const outboxItem = chatOutboxItem(chatId);
    const [chats, outbox, state, addresses, { retired }] = await tx.get([
      chatsItem,
      outboxItem,
      chatStateItem(chatId),
      chatAddressesItem,
      policyRecordItem,
    ]);
    const chat = chats.find(({ id }) => id === chatId);
    if (!chat?.on) return undefined;
    const { quietHours, quietChats } = await settingsInForce(tx);
    if (quietChats && afterQuietHours(quietHours, now) > now) return undefined;
    const retiredIds = retired.map(({ connection }) => connection.id);
    const prepared = prepareForChat(outbox, chat, await readState(now), retiredIds, now);
    const { old = [], fresh = [] } = Object.groupBy(prepared.notifications, (message) =>
      isGivenUp(message, now) ? 'old' : 'fresh',
    );
    const ready = { ...prepared, notifications: fresh };
    if (!dequal(ready, outbox)) tx.put(outboxItem, ready);
    const error = state.failing?.error ?? { kind: 'unreachable' };
    await noteLost(tx, chat, old, error, now);
    const [message] = fresh;
    return message && { message, address: addresses[chatId] };
  });
}

/** Stores what came of a message. */
function storeOutcome(
  chatId: string,
  { message, address }: Outgoing,
  error: ChatError | undefined,
  now: number,
): Promise<void> {
  return transaction(now, async (tx) => {
    const [outboxItem, stateItem] = [chatOutboxItem(chatId), chatStateItem(chatId)];
    const [chats, outbox, state, addresses] = await tx.get([
      chatsItem,
      outboxItem,
      stateItem,
      chatAddressesItem,
    ]);
    const chat = chats.find(({ id }) => id === chatId);
    // During the request it may have been removed, switched off, or given another address.
    if (!chat?.on || (error && addresses[chatId] !== address)) return;
    tx.put(stateItem, stateAfter(state, error, now, Math.random()));
    if (error && error.kind !== 'rejected') return;
    tx.put(outboxItem, withoutDelivered(outbox, message.id));
    if (error) await noteLost(tx, chat, [message], error, now);
  });
}

const lostMessagesKept = 200;

async function noteLost(
  tx: Transaction,
  { label, service }: Chat,
  messages: readonly OutgoingNotification[],
  error: ChatError,
  now: number,
): Promise<void> {
  if (messages.length === 0) return;
  const added = messages.map(({ notices }) => ({
    at: now,
    label,
    service,
    notices: notices.length,
    error,
  }));
  await tx.update(lostMessagesItem, (lost) => [...lost, ...added].slice(-lostMessagesKept));
}
