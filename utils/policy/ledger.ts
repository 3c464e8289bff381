import * as z from 'zod/mini';
import { connectionSchema } from '../monitor/connection';

/** What was made of the policy before, so that it can be told what is new. */
export const policyLedgerSchema = z.object({
  /** By connection: enough to notice another key, and no use for anything else. */
  fingerprints: z.catchall(z.object({}), z.string()),
  /** Connections that the policy no longer sets, and since when (ms). */
  retired: z.array(z.object({ connection: connectionSchema, since: z.number() })),
});

export type PolicyLedger = z.infer<typeof policyLedgerSchema>;

export const emptyLedger: PolicyLedger = { fingerprints: {}, retired: [] };
