import * as z from 'zod/mini';

/** Printable ASCII without spaces is all that an HTTP header takes, and all that keys are. */
export const apiKeySchema = z.string().check(z.trim(), z.regex(/^[\x21-\x7e]{1,500}$/));
export const longestLabel = 100;
export const labelSchema = z.string().check(z.trim(), z.minLength(1), z.maxLength(longestLabel));
export const profileIdsSchema = z.array(
  z.string().check(z.trim(), z.minLength(1), z.maxLength(200)),
);

/** Where the key is kept: until the connection is removed, or in memory alone. */
export const keyKeptUntilSchema = z.enum(['removed', 'browser-closes']);
export type KeyKeptUntil = z.infer<typeof keyKeptUntilSchema>;

/**
 * Who says what is watched: `all` that the service has, also what it will have, or what was
 * `chosen` among it.
 */
export const profilesFromSchema = z.enum(['all', 'chosen']);
