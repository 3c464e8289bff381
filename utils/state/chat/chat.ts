import * as z from 'zod/mini';
import { chatErrorSchema } from '../../chat-services/chat-error';
import { chatServiceIds, parseWebhook } from '../../chat-services/registry';
import { defineItem } from '../../storage/item';
import { labelSchema } from '../connection-fields';
import { chatOutboxMigrations, emptyOutbox, outboxSchema } from '../outbox-schema';
import { kindsSchema } from '../settings';

/* Team chats that get alerts. Their addresses are in chat-addresses.ts. */

/** What a chat gets, as the user chooses it. */
export const chatChoiceSchema = z.object({
  label: labelSchema,
  /** Absent for all clients, also those added later. */
  clients: z.exactOptional(z.array(labelSchema).check(z.minLength(1))),
  kinds: kindsSchema,
});

const chatSchema = z.extend(chatChoiceSchema, {
  id: z.string(),
  service: z.enum(chatServiceIds),
  /** The address's last characters, to tell two of them apart. */
  addressHint: z.string(),
  /** ms since the epoch */
  addedAt: z.number(),
  on: z.boolean(),
});

/** What is known about posting to a chat. Times are ms since the epoch. */
const chatStateSchema = z.object({
  deliveredAt: z.exactOptional(z.number()),
  /** Set while posting fails. */
  failing: z.exactOptional(
    z.object({
      error: chatErrorSchema,
      failures: z.number(),
      since: z.number(),
      nextAt: z.number(),
    }),
  ),
});

/** A message that never reached its chat. */
const lostMessageSchema = z.object({
  /** When it was given up (ms since the epoch). */
  at: z.number(),
  label: z.string(),
  service: z.enum(chatServiceIds),
  /** How many accounts and keys it was about. */
  notices: z.number(),
  error: chatErrorSchema,
});

export type ChatChoice = z.infer<typeof chatChoiceSchema>;
export type Chat = z.infer<typeof chatSchema>;
export type ChatState = z.infer<typeof chatStateSchema>;
export type LostMessage = z.infer<typeof lostMessageSchema>;

/** An address as it is entered; one that is no webhook doesn't parse. */
export const webhookAddressSchema = z.string().check(
  z.maxLength(2_000),
  z.refine((text) => parseWebhook(text) !== undefined),
);

/** Every chat, in the order they were added. */
export const chatsItem = defineItem('local:chats', z.array(chatSchema), []);

/** The messages that were given up, oldest first. */
export const lostMessagesItem = defineItem('local:lost-messages', z.array(lostMessageSchema), []);

/** Notices and messages until a chat's service has accepted them. */
export function chatOutboxItem(chatId: string) {
  const key = `local:chat-outbox/${chatId}` as const;
  return defineItem(key, outboxSchema, emptyOutbox, chatOutboxMigrations);
}

export function chatStateItem(chatId: string) {
  return defineItem(`local:chat-state/${chatId}`, chatStateSchema, {});
}
