import * as z from 'zod/mini';
import { troubles } from './trouble';

/**
 * The statuses a listing can report. `unlisted` is our own conclusion about an account it lacks.
 */
export const listedStatuses = ['active', 'expired', 'revoked', 'unknown'] as const;

/** How long an account in trouble is muted. `at`: ms since the epoch. */
export const accountMuteSchema = z.union([
  z.object({ until: z.literal('works') }),
  z.object({ until: z.literal('always') }),
  z.object({ until: z.literal('time'), at: z.number() }),
]);

/** An account as one listing describes it, without its history. */
const listedAccountSchema = z.object({
  /** The service's id of the account's current record. */
  id: z.string(),
  platform: z.string(),
  platformAccountId: z.exactOptional(z.string()),
  name: z.exactOptional(z.string()),
  /** Without a leading `@`. */
  handle: z.exactOptional(z.string()),
  /** Always an https URL. */
  picture: z.exactOptional(z.string()),
  status: z.enum(listedStatuses),
  /** The service's own status, where we don't know it. */
  reportedStatus: z.exactOptional(z.string()),
  scopes: z.exactOptional(z.array(z.string())),
  /** ISO 8601, as the service sent it. */
  connectedAt: z.exactOptional(z.string()),
  /** ISO 8601, as the service sent it. */
  refreshedAt: z.exactOptional(z.string()),
});

/** One connected social account, normalized. Times are ms since the epoch unless noted. */
export const accountSchema = z.extend(listedAccountSchema, {
  /** The identity, which survives renames and new record ids; see identity.ts. */
  key: z.string(),
  status: z.enum([...listedStatuses, 'unlisted']),
  firstSeenAt: z.number(),
  statusSince: z.number(),
  /** Set while an account is missing from its listing and not yet called unlisted. */
  missingSince: z.exactOptional(z.number()),
  /**
   * Set where an account went missing together with many others (missing.ts): how many good
   * listings lacked it, and when the last counted one did. Kept once it is unlisted.
   */
  lostTogether: z.exactOptional(z.object({ listings: z.number(), at: z.number() })),
  /** When it was last listed; set while it is missing or unlisted, where known. */
  lastSeenAt: z.exactOptional(z.number()),
  /** How many posts failed in the last 24 hours with none published since. */
  failedPosts: z.exactOptional(z.number()),
  /** When it was listed again. Posts that failed before then no longer count. */
  listedAgainAt: z.exactOptional(z.number()),
  /** Set once it has stopped working; see flapping.ts. */
  flapping: z.exactOptional(
    z.object({
      /** The trouble that last stopped it. */
      trouble: z.enum(troubles),
      /** When it stopped working: the last time, and any in the 6 hours before. Oldest first. */
      lossesAt: z.array(z.number()),
      /** Set while its changes aren't notified: when (ms) that began. */
      silencedAt: z.exactOptional(z.number()),
    }),
  ),
  mute: z.exactOptional(accountMuteSchema),
});

export type Account = z.infer<typeof accountSchema>;
export type Mute = z.infer<typeof accountMuteSchema>;

export type ListedAccount = z.infer<typeof listedAccountSchema>;

/** What a target answered. */
export interface Listing {
  accounts: readonly ListedAccount[];
  unreadable: {
    /** Service ids of entries that couldn't be read, apart from their id. */
    ids: readonly string[];
    /** Entries without even a readable id. */
    unidentified: number;
  };
}
