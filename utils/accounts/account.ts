import * as z from 'zod/mini';

/** What a listing can say of an account; `unlisted` is what we conclude when it says nothing. */
export const listedStatuses = ['active', 'expired', 'revoked', 'unknown'] as const;

/** Until when an account in trouble is kept quiet. `at`: ms since the epoch. */
export const accountMuteSchema = z.union([
  z.object({ until: z.literal('works') }),
  z.object({ until: z.literal('always') }),
  z.object({ until: z.literal('time'), at: z.number() }),
]);

/** One connected social account, normalized. Times without another word are ms since the epoch. */
export const accountSchema = z.object({
  /** The identity that outlives renames and new record ids; see identity.ts. */
  key: z.string(),
  /** The service's id of the record that speaks for this account. */
  id: z.string(),
  platform: z.string(),
  platformAccountId: z.exactOptional(z.string()),
  name: z.exactOptional(z.string()),
  /** Without a leading `@`. */
  handle: z.exactOptional(z.string()),
  /** Always an https URL. */
  picture: z.exactOptional(z.string()),
  status: z.enum([...listedStatuses, 'unlisted']),
  /** The service's own word, where we do not know it. */
  reportedStatus: z.exactOptional(z.string()),
  scopes: z.exactOptional(z.array(z.string())),
  /** ISO 8601, as the service gave it. */
  connectedAt: z.exactOptional(z.string()),
  /** ISO 8601, as the service gave it. */
  refreshedAt: z.exactOptional(z.string()),
  firstSeenAt: z.number(),
  statusSince: z.number(),
  /** Set while an account is missing from its listing and not yet called unlisted. */
  missingSince: z.exactOptional(z.number()),
  /**
   * Set where an account went missing together with many others (missing.ts): how many good
   * listings lacked it, and when the last one that counted did. Kept once it is unlisted.
   */
  massDrop: z.exactOptional(z.object({ listings: z.number(), at: z.number() })),
  /** When it was last listed; set while it is missing or unlisted, where that is known. */
  lastSeenAt: z.exactOptional(z.number()),
  /** How many posts failed in the last 24 hours, and none went out since. */
  failedPosts: z.exactOptional(z.number()),
  /** When it came back to the listings: what failed before is of the past. */
  listedAgainAt: z.exactOptional(z.number()),
  mute: z.exactOptional(accountMuteSchema),
});

export type Account = z.infer<typeof accountSchema>;
type Status = Account['status'];
export type Mute = z.infer<typeof accountMuteSchema>;

/** An account as one listing describes it, before anything is known of its past. */
export type ListedAccount = Omit<
  Account,
  | 'key'
  | 'status'
  | 'firstSeenAt'
  | 'statusSince'
  | 'missingSince'
  | 'massDrop'
  | 'lastSeenAt'
  | 'failedPosts'
  | 'listedAgainAt'
  | 'mute'
> & { status: Exclude<Status, 'unlisted'> };

/** What a target answered. */
export interface Listing {
  accounts: readonly ListedAccount[];
  unreadable: {
    /** Service ids of entries that could not be read but still say whose they are. */
    ids: readonly string[];
    /** Entries of which not even the id could be read. */
    unidentified: number;
  };
}
