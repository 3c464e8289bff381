import { browser } from 'wxt/browser';
import type { ChatError } from '../chat-services/chat-error';
import { parseWebhook, webhookAccess } from '../chat-services/registry';
import type { ChatSender } from '../chats/deliver';
import { chatOutboxItem, chatStateItem, chatsItem } from '../state/chat/chat';
import { chatAddressesItem } from '../state/chat/chat-addresses';
import { keyHint } from '../state/connection';
import { readItems } from '../storage/read-items';
import { transaction } from '../storage/transaction';
import type { Transaction } from '../storage/unit-of-work';
import type { Commands, SaveChatReply, TestChatReply } from './messages';

/** Adds a chat, or changes one; without an address, the stored one stays. `now`: ms since the epoch. */
export function saveChat(
  now: number,
  { chatId, address, ...choice }: Commands['saveChat'],
): Promise<SaveChatReply> {
  return changeAddresses(now, async (tx): Promise<SaveChatReply> => {
    const [chats, addresses] = await tx.get([chatsItem, chatAddressesItem]);
    const before = chats.find(({ id }) => id === chatId);
    if (chatId !== undefined && !before) return { kind: 'gone' };
    const webhook = address === undefined ? undefined : parseWebhook(address);
    const other = chats.find(
      ({ id }) => webhook && id !== chatId && addresses[id] === webhook.url.href,
    );
    if (other) return { kind: 'same-address', label: other.label };
    const { service, addressHint } = webhook
      ? { service: webhook.service, addressHint: keyHint(webhook.url.href) }
      : (before ?? {});
    if (service === undefined || addressHint === undefined) return { kind: 'gone' };
    const { id, addedAt, on } = before ?? { id: crypto.randomUUID(), addedAt: now, on: true };
    const chat = { id, service, addressHint, addedAt, on, ...choice };
    tx.put(
      chatsItem,
      before ? chats.map((one) => (one === before ? chat : one)) : [...chats, chat],
    );
    if (webhook) {
      tx.put(chatAddressesItem, { ...addresses, [id]: webhook.url.href });
      // What failed at the old address says nothing about the new one.
      tx.remove(chatStateItem(id));
    }
    return { kind: 'saved' };
  });
}

/** Switches a chat on or off. One that is off forgets what waited: it would be old news later. */
export function switchChat(now: number, { chatId, on }: Commands['switchChat']): Promise<void> {
  return transaction(now, async (tx) => {
    await tx.update(chatsItem, (chats) =>
      chats.map((chat) => (chat.id === chatId ? { ...chat, on } : chat)),
    );
    if (!on) forgetDelivery(tx, chatId);
  });
}

/** Removes a chat with its address. */
export function removeChat(now: number, { chatId }: Commands['removeChat']): Promise<void> {
  return changeAddresses(now, async (tx) => {
    await tx.update(chatAddressesItem, ({ [chatId]: _address, ...others }) => others);
    await tx.update(chatsItem, (chats) => chats.filter(({ id }) => id !== chatId));
    forgetDelivery(tx, chatId);
  });
}

function forgetDelivery(tx: Transaction, chatId: string): void {
  tx.remove(chatOutboxItem(chatId));
  tx.remove(chatStateItem(chatId));
}

/** A transaction that also gives those hosts back that no chat needs any longer. */
async function changeAddresses<T>(now: number, work: (tx: Transaction) => Promise<T>): Promise<T> {
  const [before] = await readItems([chatAddressesItem]);
  const result = await transaction(now, work);
  const [after] = await readItems([chatAddressesItem]);
  const needed = originsOf(after);
  const origins = originsOf(before).filter((origin) => !needed.includes(origin));
  if (origins.length > 0) await browser.permissions.remove({ origins });
  return result;
}

/** Posts again to chats that are failing: to one, or to those that wait for host access. */
export function retryChats(now: number, chatId?: string): Promise<void> {
  return transaction(now, async (tx) => {
    const [chats] = await tx.get([chatsItem]);
    for (const { id } of chats) {
      const [state] = await tx.get([chatStateItem(id)]);
      const { failing } = state;
      const isMeant = chatId ? id === chatId : failing?.error.kind === 'no-permission';
      if (failing && isMeant) {
        tx.put(chatStateItem(id), { ...state, failing: { ...failing, nextAt: now } });
      }
    }
  });
}

/** Posts a test message to a chat, or to an address that is not saved yet. */
export async function testChat(
  sender: ChatSender,
  command: Commands['testChat'],
): Promise<TestChatReply> {
  const [addresses] = await readItems([chatAddressesItem]);
  const address = 'address' in command ? command.address : addresses[command.chatId];
  const error: ChatError | undefined =
    address === undefined ? { kind: 'gone', status: 0 } : await sender.test(address);
  return error ? { kind: 'failed', error } : { kind: 'sent' };
}

function originsOf(addresses: Readonly<Record<string, string>>): string[] {
  const webhooks = Object.values(addresses).flatMap((address) => parseWebhook(address) ?? []);
  return webhooks.flatMap((webhook) => webhookAccess(webhook).origins);
}
