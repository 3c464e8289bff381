import * as z from 'zod/mini';
import { serviceErrorSchema } from '../services/result';

/** What the monitor remembers about a target. Times are ms since the epoch. */
export const targetStateSchema = z.object({
  nextCheckAt: z.number(),
  /** Failed checks in a row. */
  failures: z.number(),
  /** The last check; `error` where it failed. */
  last: z.exactOptional(
    z.object({ at: z.number(), tookMs: z.number(), error: z.exactOptional(serviceErrorSchema) }),
  ),
  /** When the target last answered with a listing: the age of its accounts' data. */
  listedAt: z.exactOptional(z.number()),
  /** Entries of the last listing that couldn't be read. */
  unreadable: z.number(),
  /** An account (its key) being reconnected, and when to check whether that worked, ascending. */
  reconnecting: z.exactOptional(z.object({ account: z.string(), checksAt: z.array(z.number()) })),
});

export type TargetState = z.infer<typeof targetStateSchema>;
export type Reconnecting = NonNullable<TargetState['reconnecting']>;

/**
 * A new target, due at once.
 *
 * @param now ms since the epoch
 */
export function newTarget(now: number): TargetState {
  return { nextCheckAt: now, failures: 0, unreadable: 0 };
}
