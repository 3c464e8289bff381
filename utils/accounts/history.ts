import * as z from 'zod/mini';
import { type Account, accountLabel } from './account';
import { troubles } from './attention';

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

/** The event that an account's condition changed at `now` (ms). */
export function changeOf(
  { key, platform, ...who }: Account,
  from: AccountEvent['from'],
  to: AccountEvent['to'],
  now: number,
): AccountEvent {
  const label = accountLabel({ platform, ...who });
  return { id: `${key}@${now}>${to}`, at: now, account: key, label, platform, from, to };
}

const dayMs = 86_400_000;
export const historyDays = 90;
export const historyEvents = 5_000;

/** The history with `events` added, without what is older than 90 days or beyond 5,000 events. */
export function remember(
  history: readonly AccountEvent[],
  events: readonly AccountEvent[],
  now: number,
): AccountEvent[] {
  const once = new Map([...history, ...events].map((event) => [event.id, event]));
  return [...once.values()]
    .filter(({ at }) => at > now - historyDays * dayMs)
    .slice(-historyEvents);
}
