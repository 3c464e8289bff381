import * as z from 'zod/mini';
import { serviceErrorSchema } from '../services/result';

/** An account being reconnected, and when to check whether that worked. */
const reconnectingSchema = z.object({
  /** The account's key. */
  account: z.string(),
  /** ms since the epoch, ascending */
  checksAt: z.array(z.number()),
});

export type Reconnecting = z.infer<typeof reconnectingSchema>;

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
  reconnecting: z.exactOptional(reconnectingSchema),
});

export type TargetState = z.infer<typeof targetStateSchema>;

/**
 * A new target, due at once.
 *
 * @param now ms since the epoch
 */
export function newTarget(now: number): TargetState {
  return { nextCheckAt: now, failures: 0, unreadable: 0 };
}
