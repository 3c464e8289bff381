import * as z from 'zod/mini';
import { type Account, accountSchema } from '../accounts/account';
import type { AssignedClients } from '../accounts/client';
import { type AccountEvent, accountEventSchema } from '../accounts/history/event';
import type { WatchGap } from '../accounts/history/watch-gaps';
import { type Item, renaming } from '../storage/item';
import {
  type Connection,
  type ConnectionState,
  connectionSchema,
  connectionStateSchema,
} from './connection';
import { assignedClientsSchema } from './connection-fields';
import {
  emptyOutbox,
  type Outbox,
  outboxMigrations,
  outboxSchema,
  type Reminder,
  reminderSchema,
} from './outbox-schema';
import {
  noPosts,
  type PostsPaging,
  type PostsState,
  pagingSchema,
  postsStateSchema,
} from './posts-state';
import {
  defaultSettings,
  type Settings,
  type SettingsChanges,
  settingsChangesSchema,
  settingsSchema,
} from './settings';
import { type TargetState, targetStateSchema } from './target-state';

/*
 * Everything stored on disk, except API keys (api-keys.ts) and the policy's record (managed-policy.ts),
 * which only the background imports. What lasts only until the browser closes is in
 * session-items.ts.
 */

/** The storage names of secrets: no page reads them, and no file has them. */
export const keysName = 'keys';
export const chatAddressesName = 'chat-addresses';

/** Every connection, in the order they were added. */
export const connectionsItem: Item<Connection[]> = {
  key: 'local:connections',
  version: 1,
  schema: z.array(connectionSchema),
  initial: [],
};

/** The user's own settings, before the policy's are applied. */
export const settingsItem: Item<Settings> = {
  key: 'local:settings',
  version: 1,
  schema: settingsSchema,
  initial: defaultSettings,
};

/** The settings that the organization's policy sets, and the parts of it that couldn't be read. */
export const policyItem: Item<{ settings: SettingsChanges; unreadable: string[] }> = {
  key: 'local:policy',
  version: 1,
  schema: z.object({ settings: settingsChangesSchema, unreadable: z.array(z.string()) }),
  initial: { settings: {}, unreadable: [] },
};

/** The version of the extension that last ran here; `null` before the first. */
export const versionItem: Item<string | null> = {
  key: 'local:version',
  version: 1,
  schema: z.nullable(z.string()),
  initial: null,
};

/** The clients that users put accounts under by hand. */
export const clientsItem: Item<AssignedClients> = {
  key: 'local:clients',
  version: 1,
  schema: assignedClientsSchema,
  initial: {},
};

/** Changes of accounts, oldest first. */
export const historyItem: Item<AccountEvent[]> = {
  key: 'local:history',
  version: 1,
  schema: z.array(accountEventSchema),
  initial: [],
};

/** When nobody watched, oldest first. */
export const watchGapsItem: Item<WatchGap[]> = {
  key: 'local:watch-gaps',
  version: 1,
  schema: z.array(
    z.object({
      connection: z.string(),
      target: z.exactOptional(z.string()),
      from: z.number(),
      to: z.number(),
    }),
  ),
  initial: [],
};

/** Notices and notifications until the browser has accepted them. */
export const outboxItem: Item<Outbox> = {
  key: 'local:outbox',
  version: 4,
  schema: outboxSchema,
  initial: emptyOutbox,
  migrations: outboxMigrations,
};

/** What needs attention, and when it was last notified. */
export const reminderItem: Item<Reminder> = {
  key: 'local:reminder',
  version: 2,
  schema: reminderSchema,
  initial: [],
  migrations: { 1: renaming({ toldAt: 'notifiedAt' }) },
};

const targetState = z.nullable(targetStateSchema);
const accounts = z.nullable(z.array(accountSchema));
const reading = z.nullable(pagingSchema);

/** What the monitor remembers about a connection. */
export function connectionStateItem(connectionId: string): Item<ConnectionState> {
  return {
    key: `local:connection-state/${connectionId}`,
    version: 2,
    schema: connectionStateSchema,
    initial: {},
    migrations: { 1: renaming({ profilesLook: 'profilesCheck', goodAt: 'listedAt' }) },
  };
}

/** Stored apart from the accounts: every check changes a target's state, few change its accounts. */
export function targetStateItem(targetId: string): Item<TargetState | null> {
  return {
    key: `local:target-state/${targetId}`,
    version: 2,
    schema: targetState,
    initial: null,
    migrations: { 1: renaming({ goodAt: 'listedAt', looks: 'checksAt' }) },
  };
}

/** `null` until the target has answered for the first time. */
export function accountsItem(targetId: string): Item<Account[] | null> {
  return {
    key: `local:accounts/${targetId}`,
    version: 2,
    schema: accounts,
    initial: null,
    migrations: { 1: renaming({ massDrop: 'lostTogether', quietSince: 'silencedAt' }) },
  };
}

/** What is known about a connection's posts, where they are monitored. */
export function postsItem(connectionId: string): Item<PostsState> {
  return {
    key: `local:stake/${connectionId}`,
    version: 1,
    schema: postsStateSchema,
    initial: noPosts,
  };
}

/** Stored apart from `postsItem`, so that paging wakes no page. `null` while no posts are read. */
export function pagingItem(connectionId: string): Item<PostsPaging | null> {
  return {
    key: `local:reading/${connectionId}`,
    version: 1,
    schema: reading,
    initial: null,
  };
}
