import * as z from 'zod/mini';
import type { Item } from '../storage/item';
import { type StorageProblem, storageProblems } from './app-state';
import { checkLogSchema, type LoggedCheck } from './check-log';

/* What is stored in memory: it is gone when the browser closes. */

/** Tabs in which somebody reconnects an account, with the account and its target. */
export const reconnectTabsItem: Item<{ tabId: number; target: string; account: string }[]> = {
  key: 'session:reconnect-tabs',
  version: 1,
  schema: z.array(z.object({ tabId: z.number(), target: z.string(), account: z.string() })),
  initial: [],
};

/** Which storage problem was notified. In memory, so that it needs no healthy disk. */
export const notifiedStorageProblemItem: Item<StorageProblem | null> = {
  key: 'session:storage-problem-notified',
  version: 1,
  schema: z.nullable(z.enum(storageProblems)),
  initial: null,
};

/**
 * When (ms) the first timed mute ends, as of the last alert. Recomputed each time the browser
 * starts.
 */
export const muteEndItem: Item<number | null> = {
  key: 'session:mute-end',
  version: 1,
  schema: z.nullable(z.number()),
  initial: null,
};

/** The last checks, for diagnostics. */
export const checkLogItem: Item<LoggedCheck[]> = {
  key: 'session:checks',
  version: 1,
  schema: checkLogSchema,
  initial: [],
};

const shape = z.string();

/**
 * The shape of a connection's last answer that couldn't be read whole, for diagnostics. Empty where
 * there was none. Stored under the name that version 1.0 gave it.
 */
export function unparsedAnswerItem(connectionId: string): Item<string> {
  return { key: `session:unread-answer/${connectionId}`, version: 1, schema: shape, initial: '' };
}

/** True once this browser session has looked for lost keys. */
export const sessionStartedItem: Item<boolean> = {
  key: 'session:started',
  version: 1,
  schema: z.boolean(),
  initial: false,
};
