import * as z from 'zod/mini';

/** Why an answer with status 200 could not be used. */
const unreadableReasons = ['html', 'redirect', 'json', 'shape', 'too-large'] as const;

/** Everything that can go wrong with a request, told apart by what a person can do about it. */
export const serviceErrorSchema = z.union([
  /** The key is wrong, revoked or missing. */
  z.object({ kind: z.literal('refused'), status: z.number() }),
  /** The key was kept only until the browser closed. */
  z.object({ kind: z.literal('no-key') }),
  /** The browser does not let us reach the service's host. */
  z.object({ kind: z.literal('no-permission') }),
  z.object({ kind: z.literal('profile-unknown') }),
  /** The request's own parameters are wrong: a malformed profile id. */
  z.object({ kind: z.literal('bad-request') }),
  /** `until`: ms since the epoch. */
  z.object({ kind: z.literal('rate-limited'), until: z.number() }),
  z.object({ kind: z.literal('server'), status: z.number() }),
  z.object({ kind: z.literal('network') }),
  z.object({ kind: z.literal('timeout') }),
  z.object({ kind: z.literal('unreadable'), reason: z.enum(unreadableReasons) }),
  z.object({ kind: z.literal('offline') }),
]);

export type ServiceError = z.infer<typeof serviceErrorSchema>;

/** What came of a request: a value, or the reason why there is none. Services never throw. */
export type Result<T> = { ok: true; value: T } | { ok: false; error: ServiceError };

/** The result of a request that was answered with a value. */
export function success<T>(value: T): Result<T> {
  return { ok: true, value };
}

/** The result of a request that came to nothing. */
export function failure(error: ServiceError): { ok: false; error: ServiceError } {
  return { ok: false, error };
}
