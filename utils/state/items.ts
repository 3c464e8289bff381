import * as z from 'zod/mini';
import { type Account, accountSchema } from '../accounts/account';
import { type AccountEvent, accountEventSchema } from '../accounts/history/event';
import type { Item } from '../storage/item';
import {
  type Connection,
  type ConnectionState,
  connectionSchema,
  connectionStateSchema,
} from './connection';
import { emptyOutbox, type Outbox, outboxSchema, type Reminder, reminderSchema } from './outbox';
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
 * Everything that is stored for good, except the API keys and what is known of those in a policy:
 * keys.ts and managed.ts, which only the background imports. What goes with the browser is in
 * session-items.ts.
 */

/** The name that API keys are stored under, so that nothing else touches them. */
export const keysName = 'keys';

/** Every connection, in the order in which they were added. */
export const connectionsItem: Item<Connection[]> = {
  key: 'local:connections',
  version: 1,
  schema: z.array(connectionSchema),
  initial: [],
};

/** The user's own settings, without what a policy sets over them. */
export const settingsItem: Item<Settings> = {
  key: 'local:settings',
  version: 1,
  schema: settingsSchema,
  initial: defaultSettings,
};

/** What the organization's policy sets over the user's settings, and where it could not be read. */
export const policyItem: Item<{ settings: SettingsChanges; unreadable: string[] }> = {
  key: 'local:policy',
  version: 1,
  schema: z.object({ settings: settingsChangesSchema, unreadable: z.array(z.string()) }),
  initial: { settings: {}, unreadable: [] },
};

/** What happened to accounts, the oldest first. */
export const historyItem: Item<AccountEvent[]> = {
  key: 'local:history',
  version: 1,
  schema: z.array(accountEventSchema),
  initial: [],
};

/** What is to be told, until the browser has taken it. */
export const outboxItem: Item<Outbox> = {
  key: 'local:outbox',
  version: 1,
  schema: outboxSchema,
  initial: emptyOutbox,
};

/** What needs attention, and when it was last told. */
export const reminderItem: Item<Reminder> = {
  key: 'local:reminder',
  version: 1,
  schema: reminderSchema,
  initial: [],
};

const targetState = z.nullable(targetStateSchema);
const accounts = z.nullable(z.array(accountSchema));
const reading = z.nullable(pagingSchema);

/** What the monitor remembers of a connection, apart from what the user entered. */
export function connectionStateItem(connectionId: string): Item<ConnectionState> {
  return {
    key: `local:connection-state/${connectionId}`,
    version: 1,
    schema: connectionStateSchema,
    initial: {},
  };
}

/** A target's state changes with every check; its accounts, apart from it, seldom do. */
export function targetStateItem(targetId: string): Item<TargetState | null> {
  return {
    key: `local:target-state/${targetId}`,
    version: 1,
    schema: targetState,
    initial: null,
  };
}

/** `null` until the target has answered for the first time. */
export function accountsItem(targetId: string): Item<Account[] | null> {
  return {
    key: `local:accounts/${targetId}`,
    version: 1,
    schema: accounts,
    initial: null,
  };
}

/** What is known of a connection's posts, where they are watched. */
export function postsItem(connectionId: string): Item<PostsState> {
  return {
    key: `local:stake/${connectionId}`,
    version: 1,
    schema: postsStateSchema,
    initial: noPosts,
  };
}

/** Apart from the stake, which pages follow; `null` while no reading is under way. */
export function pagingItem(connectionId: string): Item<PostsPaging | null> {
  return {
    key: `local:reading/${connectionId}`,
    version: 1,
    schema: reading,
    initial: null,
  };
}
