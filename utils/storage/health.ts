import * as z from 'zod/mini';
import type { Item } from './item';

/* What storage remembers of itself: that it can't be written, and what it couldn't read. */

/** Set while writing fails, since when (ms). In memory: where the disk is full it still holds. */
export const writeFailureItem: Item<{ since: number } | null> = {
  key: 'session:cannot-save',
  version: 1,
  schema: z.nullable(z.object({ since: z.number() })),
  initial: null,
};

/** A value that could not be read: when (ms) that was found, and the key it was put under. */
export interface Quarantined {
  key: string;
  at: number;
  movedTo: `local:${string}`;
}

/** What could not be read, and where it lies now. */
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
