import * as z from 'zod/mini';
import { troubles } from '../trouble';

/** `absent`: not there yet, or removed by the user; `retired`: gone with its profile. */
const condition = z.enum(['working', ...troubles, 'absent', 'retired']);

/** A change of an account's condition. */
export const accountEventSchema = z.object({
  /** Stable: the same change always has the same id. */
  id: z.string(),
  /** ms since the epoch. */
  at: z.number(),
  /** The account's key. */
  account: z.string(),
  /** What the account was called then; it may be gone by now. */
  label: z.string(),
  platform: z.string(),
  from: condition,
  to: condition,
  /** When (ms) the new condition began, if that was before it was certain: an account went missing. */
  since: z.exactOptional(z.number()),
  /** How many posts it put at risk, where known. */
  postsAtRisk: z.exactOptional(z.number()),
});

export type AccountEvent = z.infer<typeof accountEventSchema>;
