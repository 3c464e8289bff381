import * as z from 'zod/mini';
import { checkLogSchema, type LoggedCheck } from '../monitor/check-log';
import { type StorageProblem, storageProblems } from '../monitor/watched';
import type { Item } from './item';

/* What is stored in memory alone: gone when the browser closes. */

/** Set while writing fails, since when (ms). In memory: where the disk is full it still holds. */
export const cannotSaveItem: Item<{ since: number } | null> = {
  key: 'session:cannot-save',
  version: 1,
  schema: z.nullable(z.object({ since: z.number() })),
  initial: null,
};

/** Tabs in which somebody grants access anew, with the target and the account that it is for. */
export const reconnectTabsItem: Item<{ tabId: number; target: string; account: string }[]> = {
  key: 'session:reconnect-tabs',
  version: 1,
  schema: z.array(z.object({ tabId: z.number(), target: z.string(), account: z.string() })),
  initial: [],
};

/** Which storage problem the user was notified of; in memory, so that it needs no healthy disk. */
export const storageProblemToldItem: Item<StorageProblem | null> = {
  key: 'session:storage-problem-told',
  version: 1,
  schema: z.nullable(z.enum(storageProblems)),
  initial: null,
};

/** When (ms) the first timed mute ends, as of the last alert; each start of the browser notes it. */
export const muteEndItem: Item<number | null> = {
  key: 'session:mute-end',
  version: 1,
  schema: z.nullable(z.number()),
  initial: null,
};

/** The last checks, for diagnosing what goes wrong now; gone when the browser closes. */
export const checkLogItem: Item<LoggedCheck[]> = {
  key: 'session:checks',
  version: 1,
  schema: checkLogSchema,
  initial: [],
};
