import * as z from 'zod/mini';
import type { Item } from './item';

/* What storage remembers about itself: that it can't be written, and what it couldn't read. */

/** Set while writes fail, since when (ms). In memory, which works even when the disk is full. */
export const writeFailureItem: Item<{ since: number } | null> = {
  key: 'session:cannot-save',
  version: 1,
  schema: z.nullable(z.object({ since: z.number() })),
  initial: null,
};

/** A value that couldn't be read: when (ms) that was noticed, and the key it was moved to. */
export interface Quarantined {
  key: string;
  at: number;
  movedTo: `local:${string}`;
}

/** The values that couldn't be read. Stored under the name that version 1.0 gave it. */
export const quarantineItem: Item<Quarantined[]> = {
  key: 'local:set-aside',
  version: 1,
  schema: z.array(
    z.object({
      key: z.string(),
      at: z.number(),
      movedTo: z.pipe(
        z.string().check(z.regex(/^local:/)),
        z.transform((key) => `local:${key.slice('local:'.length)}` as const),
      ),
    }),
  ),
  initial: [],
};
