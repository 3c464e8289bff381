import * as z from 'zod/mini';
import { defineItem } from './item';

/* What storage remembers about itself: that it can't be written, and what it couldn't read. */

/** Set while writes fail, since when (ms). In memory, which works even when the disk is full. */
export const writeFailureItem = defineItem(
  'session:cannot-save',
  z.nullable(z.object({ since: z.number() })),
  null,
);

/** A value that couldn't be read: when (ms) that was noticed, and the key it was moved to. */
const quarantinedSchema = z.object({
  key: z.string(),
  at: z.number(),
  movedTo: z.custom<`local:${string}`>(
    (key) => typeof key === 'string' && key.startsWith('local:'),
  ),
});

export type Quarantined = z.infer<typeof quarantinedSchema>;

/** The values that couldn't be read. Stored under the name that version 1.0 gave it. */
export const quarantineItem = defineItem('local:set-aside', z.array(quarantinedSchema), []);
