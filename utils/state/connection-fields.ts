import * as z from 'zod/mini';
import { keyFromPaste } from '../key-from-paste';

/**
 * An HTTP header takes printable ASCII only, and keys have no spaces. What was pasted around a key is
 * removed.
 */
export const apiKeySchema = z
  .string()
  .check(z.overwrite(keyFromPaste), z.regex(/^[\x21-\x7e]{1,500}$/));
export const longestLabel = 100;
export const labelSchema = z.string().check(z.trim(), z.minLength(1), z.maxLength(longestLabel));
/** Clients by account key. */
export const assignedClientsSchema = z.catchall(z.object({}), labelSchema);
export const profileIdsSchema = z.array(
  z.string().check(z.trim(), z.minLength(1), z.maxLength(200)),
);

/** Where the key is kept: on disk until the connection is removed, or only in memory. */
export const keyKeptUntilSchema = z.enum(['removed', 'browser-closes']);
export type KeyKeptUntil = z.infer<typeof keyKeptUntilSchema>;

/**
 * Which profiles to monitor: `all`, including those added later, or the ones the user has `chosen`.
 */
export const profilesFromSchema = z.enum(['all', 'chosen']);
