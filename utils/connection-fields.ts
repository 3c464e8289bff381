import * as z from 'zod/mini';

/** Printable ASCII without spaces is all that an HTTP header takes, and all that keys are. */
export const apiKeySchema = z.string().check(z.trim(), z.regex(/^[\x21-\x7e]{1,500}$/));
export const labelSchema = z.string().check(z.trim(), z.minLength(1), z.maxLength(100));
export const profileIdsSchema = z.array(
  z.string().check(z.trim(), z.minLength(1), z.maxLength(200)),
);
