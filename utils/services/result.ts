import * as z from 'zod/mini';

/** Why an answer could not be used. */
const unreadableReasons = ['html', 'redirect', 'json', 'shape', 'too-large', 'empty'] as const;

/** What takes a key that is only kept until the browser closes: both empty the same storage. */
export const keyLosses = ['browser-closed', 'updated'] as const;
export type KeyLoss = (typeof keyLosses)[number];

/** Everything that can go wrong with a request, told apart by what a person can do about it. */
export const serviceErrorSchema = z.union([
  /** The key is wrong, revoked or missing. */
  z.object({ kind: z.literal('refused'), status: z.number() }),
  /** Rejected once: it is asked again in a minute, because a service that deploys may answer so. */
  z.object({ kind: z.literal('refused-once'), status: z.number() }),
  /** A 401 or 403 that is not in the service's own words, such as a firewall's. */
  z.object({ kind: z.literal('blocked'), status: z.number() }),
  /** 402 */
  z.object({ kind: z.literal('payment-required') }),
  /** The address answers otherwise than documented: an update of the extension may be needed. */
  z.object({ kind: z.literal('moved'), status: z.number() }),
  /** The key was only kept until the browser closed; `lostBy` where we know how it went. */
  z.object({ kind: z.literal('no-key'), lostBy: z.exactOptional(z.enum(keyLosses)) }),
  /** The browser does not let us reach the service's host. */
  z.object({ kind: z.literal('no-permission') }),
  z.object({ kind: z.literal('profile-unknown') }),
  /** The request's own parameters are wrong: a malformed profile id. */
  z.object({ kind: z.literal('bad-request') }),
  /** `until`: ms since the epoch. */
  z.object({ kind: z.literal('rate-limited'), until: z.number() }),
  /** `until`: the end of its Retry-After, where it sent one (ms since the epoch). */
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

/** What came of a request: a value, or the reason why there is none. Services never throw. */
export type Result<T> = ({ ok: true; value: T } | { ok: false; error: ServiceError }) & {
  /** The shape of the answer where it is JSON and not all of it could be read; see shape.ts. */
  shape?: string | undefined;
};

/** The result of a request that was answered with a value. */
export function success<T>(value: T, shape?: string): Result<T> {
  return { ok: true, value, shape };
}

/** The result of a request that came to nothing. */
export function failure(
  error: ServiceError,
  shape?: string,
): Extract<Result<never>, { ok: false }> {
  return { ok: false, error, shape };
}
