import * as z from 'zod/mini';
import { troubles } from '../attention';

/** `absent`: not there yet, or taken away by the user; `retired`: gone with its profile. */
const condition = z.enum(['working', ...troubles, 'absent', 'retired']);

/** A change of an account that is worth remembering. */
export const accountEventSchema = z.object({
  /** Stable: the same change has the same id, however often it is worked out. */
  id: z.string(),
  /** ms since the epoch. */
  at: z.number(),
  /** The account's key. */
  account: z.string(),
  /** What a person called the account then; it may be gone by now. */
  label: z.string(),
  platform: z.string(),
  from: condition,
  to: condition,
});

export type AccountEvent = z.infer<typeof accountEventSchema>;
