import * as z from 'zod/mini';

/** Why an answer couldn't be used. */
const unreadableReasons = ['html', 'redirect', 'json', 'shape', 'too-large', 'empty'] as const;

/** How a key in memory gets lost: closing the browser and updating both empty session storage. */
export const keyLosses = ['browser-closed', 'updated'] as const;
export type KeyLoss = (typeof keyLosses)[number];

/** Everything that can go wrong with a request, by what a person can do about it. */
export const serviceErrorSchema = z.union([
  /** The key is wrong, revoked or missing. */
  z.object({ kind: z.literal('refused'), status: z.number() }),
  /**
   * Rejected once; asked again a minute later, because a service that deploys may reject a good
   * key.
   */
  z.object({ kind: z.literal('refused-once'), status: z.number() }),
  /** A 401 or 403 that isn't in the service's own words, such as a firewall's. */
  z.object({ kind: z.literal('blocked'), status: z.number() }),
  /** 402 */
  z.object({ kind: z.literal('payment-required') }),
  /** The address answers differently than documented; the extension may need an update. */
  z.object({ kind: z.literal('moved'), status: z.number() }),
  /** The key was kept only until the browser closed. `lostBy`: how it was lost, if known. */
  z.object({ kind: z.literal('no-key'), lostBy: z.exactOptional(z.enum(keyLosses)) }),
  /** The user took host access away. */
  z.object({ kind: z.literal('no-permission') }),
  z.object({ kind: z.literal('profile-unknown') }),
  /** The request itself is wrong: a malformed profile ID. */
  z.object({ kind: z.literal('bad-request') }),
  /** `until`: ms since the epoch. */
  z.object({ kind: z.literal('rate-limited'), until: z.number() }),
  /** `until`: the end of its Retry-After, if it sent one (ms since the epoch). */
  z.object({
    kind: z.literal('server'),
    status: z.number(),
    until: z.exactOptional(z.number()),
  }),
  z.object({ kind: z.literal('network') }),
  z.object({ kind: z.literal('timeout') }),
  z.object({ kind: z.literal('unreadable'), reason: z.enum(unreadableReasons) }),
  z.object({ kind: z.literal('offline') }),
]);

export type ServiceError = z.infer<typeof serviceErrorSchema>;

/** A request's value, or why there is none. Services never throw. */
export type Result<T> = ({ ok: true; value: T } | { ok: false; error: ServiceError }) & {
  /** The answer's shape, if it is JSON and not all of it could be read; see shape.ts. */
  shape?: string | undefined;
};

/** A successful result. */
export function success<T>(value: T, shape?: string): Result<T> {
  return { ok: true, value, shape };
}

/** A failed result. */
export function failure(
  error: ServiceError,
  shape?: string,
): Extract<Result<never>, { ok: false }> {
  return { ok: false, error, shape };
}
