import { defineExtensionMessaging } from '@webext-core/messaging';
import * as z from 'zod/mini';
import { accountMuteSchema } from './accounts/account';
import { apiKeySchema, labelSchema, profileIdsSchema } from './connection-fields';
import { serviceIds } from './services/registry';
import type { ServiceError } from './services/result';
import { settingsChangesSchema } from './settings';
import { settingsToImportSchema } from './settings-file';

const keyKeptUntil = z.enum(['removed', 'browser-closes']);
const connectionId = z.string();
const account = z.string();

/** What pages ask of the background. Each command is parsed where it arrives. */
export const commands = {
  addConnection: z.object({
    service: z.enum(serviceIds),
    apiKey: apiKeySchema,
    keyKeptUntil: z.exactOptional(keyKeptUntil),
    label: labelSchema,
    profileIds: profileIdsSchema,
  }),
  /** Without a key, the stored one stays. */
  editConnection: z.object({
    connectionId,
    apiKey: z.exactOptional(apiKeySchema),
    keyKeptUntil: z.exactOptional(keyKeptUntil),
    label: labelSchema,
    profileIds: profileIdsSchema,
  }),
  pauseConnection: z.object({ connectionId, paused: z.boolean() }),
  removeConnection: z.object({ connectionId }),
  /** Without a connection: all of them. */
  checkNow: z.object({ connectionId: z.exactOptional(connectionId) }),
  changeSettings: settingsChangesSchema,
  muteAccount: z.object({ account, mute: z.nullable(accountMuteSchema) }),
  forgetAccount: z.object({ account }),
  /** `host`: the one that the user was shown, and agreed to. */
  reconnectAccount: z.object({ account, host: z.exactOptional(z.string()) }),
  testNotification: z.object({}),
  /** Deletes the copies of what could not be read. */
  deleteSetAside: z.object({}),
  importSettings: settingsToImportSchema,
  /** Keys, connections, accounts, history and settings. */
  deleteEverything: z.object({}),
};

export type Commands = { [Name in keyof typeof commands]: z.infer<(typeof commands)[Name]> };

/** What came of "Test and save". */
export type SaveReply =
  | { kind: 'saved'; connectionId: string }
  | { kind: 'failed'; error: ServiceError; profileId?: string }
  | { kind: 'no-profiles' }
  /** The key may not list profiles; it may still list the accounts of one. */
  | { kind: 'profiles-hidden' }
  | { kind: 'gone' };

/** `until` (ms since the epoch): when the service may be asked again. */
export type CheckNowReply =
  | { kind: 'started' }
  | { kind: 'waiting'; until: number }
  | { kind: 'nothing-to-check' };

export type ReconnectReply =
  | { kind: 'opened' }
  /** The page where access is granted is not the platform's own: to be shown before it opens. */
  | { kind: 'confirm'; host: string }
  /** `openedInstead`: whose dashboard was opened, where this cannot be done from here. */
  | { kind: 'failed'; error: ServiceError; openedInstead?: string }
  | { kind: 'gone' };

/** How many connections a file brought that were not there yet. */
export interface ImportReply {
  added: number;
}

interface Replies {
  addConnection: SaveReply;
  editConnection: SaveReply;
  checkNow: CheckNowReply;
  reconnectAccount: ReconnectReply;
  importSettings: ImportReply;
}

/** What a command is answered with; the others say nothing but that they are done. */
export type Reply<Name extends keyof Commands> = Name extends keyof Replies
  ? Replies[Name]
  : unknown;

export const messaging = defineExtensionMessaging<{
  command(message: { name: keyof Commands; command: unknown }): unknown;
}>();

/**
 * Sends a command to the background.
 *
 * @throws where the background could not carry it out, without saying why: the page shows what is
 * stored, and offers to try again.
 */
export function send<Name extends keyof Commands>(
  name: Name,
  command: Commands[Name],
): Promise<Reply<Name>> {
  // The reply is the background's own, and its type is held to `Reply` there.
  return messaging.sendMessage('command', { name, command }) as Promise<Reply<Name>>;
}
