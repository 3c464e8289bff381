import * as z from 'zod/mini';
import { idSchema } from '../entries';

export const answerSchema = z.object({
  accounts: z.array(z.unknown()),
});

/** Both documented formats: the older has `image`, the newer `username` and `picture`. */
export const entrySchema = z.object({
  id: idSchema,
  type: z.string(),
  name: z.nullish(z.string()),
  username: z.nullish(z.string()),
  image: z.nullish(z.string()),
  picture: z.nullish(z.string()),
});

export type Entry = z.infer<typeof entrySchema>;

/** A 200 with another code in its body counts as that code. */
export const codeSchema = z.object({
  code: z.union([z.number(), z.pipe(z.string().check(z.regex(/^\d+$/)), z.coerce.number())]),
});
