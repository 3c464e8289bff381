import * as z from 'zod/mini';
import type { Listing } from '../accounts/account';
import { type Result, serviceErrorSchema } from '../services/result';

const outcomeSchema = z.union([
  z.object({ kind: z.literal('listing'), accounts: z.number(), unreadable: z.number() }),
  z.object({ kind: z.literal('failed'), error: serviceErrorSchema }),
]);

export const checkLogSchema = z.array(
  z.object({
    /** When the request was sent (ms since the epoch). */
    at: z.number(),
    tookMs: z.number(),
    /** The target's id. */
    target: z.string(),
    outcome: outcomeSchema,
  }),
);

/** A check for the diagnostics: how long it took and how it ended, without names. */
export type LoggedCheck = z.infer<typeof checkLogSchema>[number];

const loggedAtMost = 200;

/** Appends a check to the log and keeps the last 200. */
export function logCheck(log: readonly LoggedCheck[], check: LoggedCheck): LoggedCheck[] {
  return [...log, check].slice(-loggedAtMost);
}

/** What the log records of an answer: the number of accounts, or the error. */
export function outcomeOf(result: Result<Listing>): LoggedCheck['outcome'] {
  if (!result.ok) return { kind: 'failed', error: result.error };
  const { accounts, unreadable } = result.value;
  return {
    kind: 'listing',
    accounts: accounts.length,
    unreadable: unreadable.ids.length + unreadable.unidentified,
  };
}
