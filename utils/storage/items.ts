import * as z from 'zod/mini';
import { type Account, accountSchema } from '../accounts/account';
import { type AccountEvent, accountEventSchema } from '../accounts/history';
import { emptyOutbox, type Outbox, outboxSchema } from '../alerts/outbox';
import {
  type Connection,
  type ConnectionState,
  connectionSchema,
  connectionStateSchema,
} from '../monitor/connection';
import { type TargetState, targetStateSchema } from '../monitor/target-state';
import { defaultSettings, type Settings, settingsSchema } from '../settings';
import type { Item } from './item';

/*
 * Everything that is stored, except the API keys: those are in keys.ts, which only the background
 * imports.
 */

export const connectionsItem: Item<Connection[]> = {
  key: 'local:connections',
  version: 1,
  schema: z.array(connectionSchema),
  initial: [],
};

export const settingsItem: Item<Settings> = {
  key: 'local:settings',
  version: 1,
  schema: settingsSchema,
  initial: defaultSettings,
};

export const historyItem: Item<AccountEvent[]> = {
  key: 'local:history',
  version: 1,
  schema: z.array(accountEventSchema),
  initial: [],
};

export const outboxItem: Item<Outbox> = {
  key: 'local:outbox',
  version: 1,
  schema: outboxSchema,
  initial: emptyOutbox,
};

/** Which values could not be read, when (ms) that was found, and the key they were put under. */
export const setAsideItem: Item<{ key: string; at: number; movedTo: string }[]> = {
  key: 'local:set-aside',
  version: 1,
  schema: z.array(z.object({ key: z.string(), at: z.number(), movedTo: z.string() })),
  initial: [],
};

const targetState = z.nullable(targetStateSchema);
const accounts = z.nullable(z.array(accountSchema));

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
