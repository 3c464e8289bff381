import * as z from 'zod/mini';
import { accountSchema } from '../accounts/account';
import { accountEventSchema } from '../accounts/history/event';
import { defineItem, renaming } from '../storage/item';
import { connectionSchema, connectionStateSchema } from './connection';
import { assignedClientsSchema } from './connection-fields';
import { emptyOutbox, outboxMigrations, outboxSchema, reminderSchema } from './outbox-schema';
import { noPosts, pagingSchema, postsStateSchema } from './posts-state';
import { defaultSettings, settingsChangesSchema, settingsSchema } from './settings';
import { targetStateSchema } from './target-state';

/*
 * Everything stored on disk, except API keys (api-keys.ts) and the policy's record (managed-policy.ts),
 * which only the background imports. What lasts only until the browser closes is in
 * session-items.ts.
 */

/** The storage names of secrets: no page reads them, and no file has them. */
export const keysName = 'keys';
export const chatAddressesName = 'chat-addresses';

/** Every connection, in the order they were added. */
export const connectionsItem = defineItem('local:connections', z.array(connectionSchema), []);

/** The user's own settings, before the policy's are applied. */
export const settingsItem = defineItem('local:settings', settingsSchema, defaultSettings);

/** The settings that the organization's policy sets, and the parts of it that couldn't be read. */
export const policyItem = defineItem(
  'local:policy',
  z.object({ settings: settingsChangesSchema, unreadable: z.array(z.string()) }),
  { settings: {}, unreadable: [] },
);

/** The version of the extension that last ran here; `null` before the first. */
export const versionItem = defineItem('local:version', z.nullable(z.string()), null);

/** The clients that users put accounts under by hand. */
export const clientsItem = defineItem('local:clients', assignedClientsSchema, {});

/** Changes of accounts, oldest first. */
export const historyItem = defineItem('local:history', z.array(accountEventSchema), []);

/** When nobody watched, oldest first. */
export const watchGapsItem = defineItem(
  'local:watch-gaps',
  z.array(
    z.object({
      connection: z.string(),
      target: z.exactOptional(z.string()),
      from: z.number(),
      to: z.number(),
    }),
  ),
  [],
);

/** Notices and notifications until the browser has accepted them. */
export const outboxItem = defineItem('local:outbox', outboxSchema, emptyOutbox, outboxMigrations);

/** What needs attention, and when it was last notified. */
export const reminderItem = defineItem(
  'local:reminder',
  reminderSchema,
  [],
  [renaming({ toldAt: 'notifiedAt' })],
);

const targetState = z.nullable(targetStateSchema);
const accounts = z.nullable(z.array(accountSchema));
const reading = z.nullable(pagingSchema);

/** What the monitor remembers about a connection. */
export function connectionStateItem(connectionId: string) {
  return defineItem(`local:connection-state/${connectionId}`, connectionStateSchema, {}, [
    renaming({ profilesLook: 'profilesCheck', goodAt: 'listedAt' }),
  ]);
}

/** Stored apart from the accounts: every check changes a target's state, few change its accounts. */
export function targetStateItem(targetId: string) {
  return defineItem(`local:target-state/${targetId}`, targetState, null, [
    renaming({ goodAt: 'listedAt', looks: 'checksAt' }),
  ]);
}

/** `null` until the target has answered for the first time. */
export function accountsItem(targetId: string) {
  return defineItem(`local:accounts/${targetId}`, accounts, null, [
    renaming({ massDrop: 'lostTogether', quietSince: 'silencedAt' }),
  ]);
}

/** What is known about a connection's posts, where they are monitored. */
export function postsItem(connectionId: string) {
  return defineItem(`local:stake/${connectionId}`, postsStateSchema, noPosts);
}

/** Stored apart from `postsItem`, so that paging wakes no page. `null` while no posts are read. */
export function pagingItem(connectionId: string) {
  return defineItem(`local:reading/${connectionId}`, reading, null);
}
