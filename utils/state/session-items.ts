import * as z from 'zod/mini';
import { defineItem } from '../storage/item';
import { storageProblems } from './app-state';
import { checkLogSchema } from './check-log';

/* What is stored in memory: it is gone when the browser closes. */

/** Tabs in which somebody reconnects an account, with the account and its target. */
export const reconnectTabsItem = defineItem(
  'session:reconnect-tabs',
  z.array(z.object({ tabId: z.number(), target: z.string(), account: z.string() })),
  [],
);

/** Which storage problem was notified. In memory, so that it needs no healthy disk. */
export const notifiedStorageProblemItem = defineItem(
  'session:storage-problem-notified',
  z.nullable(z.enum(storageProblems)),
  null,
);

/**
 * When (ms) the first timed mute ends, as of the last alert. Recomputed each time the browser
 * starts.
 */
export const muteEndItem = defineItem('session:mute-end', z.nullable(z.number()), null);

/** The last checks, for diagnostics. */
export const checkLogItem = defineItem('session:checks', checkLogSchema, []);

const shape = z.string();

/**
 * The shape of a connection's last answer that couldn't be read whole, for diagnostics. Empty where
 * there was none. Stored under the name that version 1.0 gave it.
 */
export function unparsedAnswerItem(connectionId: string) {
  return defineItem(`session:unread-answer/${connectionId}`, shape, '');
}

/** True once this browser session has looked for lost keys. */
export const sessionStartedItem = defineItem('session:started', z.boolean(), false);
