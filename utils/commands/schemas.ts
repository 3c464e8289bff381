import * as z from 'zod/mini';
import { accountMuteSchema } from '../accounts/account';
import { serviceIds } from '../services/registry';
import { chatChoiceSchema, webhookAddressSchema } from '../state/chat/chat';
import {
  apiKeySchema,
  keyKeptUntilSchema,
  labelSchema,
  profileIdsSchema,
} from '../state/connection-fields';
import { settingsChangesSchema } from '../state/settings';
import { settingsToImportSchema } from './settings/settings-file';

const connectionId = z.string();
const chatId = z.string();
const account = z.string();
const accounts = z.array(account);

/** The commands that pages send, each parsed on arrival. */
export const commandSchemas = {
  addConnection: z.object({
    service: z.enum(serviceIds),
    apiKey: apiKeySchema,
    keyKeptUntil: z.exactOptional(keyKeptUntilSchema),
    label: labelSchema,
    profileIds: profileIdsSchema,
  }),
  /** Without a key, the stored one stays. */
  editConnection: z.object({
    connectionId,
    apiKey: z.exactOptional(apiKeySchema),
    keyKeptUntil: z.exactOptional(keyKeptUntilSchema),
    label: labelSchema,
    profileIds: profileIdsSchema,
  }),
  pauseConnection: z.object({ connectionId, paused: z.boolean() }),
  removeConnection: z.object({ connectionId }),
  /** Without a connection, all of them. */
  checkNow: z.object({ connectionId: z.exactOptional(connectionId) }),
  changeSettings: settingsChangesSchema,
  muteAccounts: z.object({ accounts, mute: z.nullable(accountMuteSchema) }),
  forgetAccounts: z.object({ accounts }),
  /** `null` returns accounts to their profile or connection. */
  moveToClient: z.object({ accounts, client: z.nullable(labelSchema) }),
  /** All accounts that a connection's listings lost at once: while doubted, or once unlisted. */
  forgetLostAccounts: z.object({ connectionId, are: z.enum(['doubted', 'unlisted']) }),
  /** `host`: the host the user has agreed to. */
  reconnectAccount: z.object({ account, host: z.exactOptional(z.string()) }),
  testNotification: z.object({}),
  /** Without a chat, adds one. Without an address, the stored one stays. */
  saveChat: z.extend(chatChoiceSchema, {
    chatId: z.exactOptional(chatId),
    address: z.exactOptional(webhookAddressSchema),
  }),
  switchChat: z.object({ chatId, on: z.boolean() }),
  removeChat: z.object({ chatId }),
  /** Posts again what failed. */
  retryChat: z.object({ chatId }),
  testChat: z.union([z.object({ address: webhookAddressSchema }), z.object({ chatId })]),
  /** Deletes the copies of values that couldn't be read. */
  deleteQuarantined: z.object({}),
  importSettings: settingsToImportSchema,
  /** Keys, connections, accounts, history and settings. */
  deleteEverything: z.object({}),
};
