import * as z from 'zod/mini';
import type { Listing } from '../accounts/account';
import { type Result, serviceErrorSchema } from '../services/result';

const outcomeSchema = z.union([
  z.object({ kind: z.literal('listing'), accounts: z.number(), unreadable: z.number() }),
  z.object({ kind: z.literal('failed'), error: serviceErrorSchema }),
]);

export const checkLogSchema = z.array(
  z.object({
    /** When the request went out, in ms since the epoch. */
    at: z.number(),
    tookMs: z.number(),
    /** The target's id. */
    target: z.string(),
    outcome: outcomeSchema,
  }),
);

/** A check as diagnostics tell of it: how long it took and what came of it, but no names. */
export type LoggedCheck = z.infer<typeof checkLogSchema>[number];

const loggedAtMost = 200;

/** The log with one more check, without what is beyond the last 200. */
export function logCheck(log: readonly LoggedCheck[], check: LoggedCheck): LoggedCheck[] {
  return [...log, check].slice(-loggedAtMost);
}

/** What the log says of an answer: how many accounts, or why there are none. */
export function outcomeOf(result: Result<Listing>): LoggedCheck['outcome'] {
  if (!result.ok) return { kind: 'failed', error: result.error };
  const { accounts, unreadable } = result.value;
  return {
    kind: 'listing',
    accounts: accounts.length,
    unreadable: unreadable.ids.length + unreadable.unidentified,
  };
}
