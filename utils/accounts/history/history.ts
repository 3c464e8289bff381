import { dayMs } from '../../time';
import type { AccountEvent } from './event';

/** How much history is kept: this many days, and at most this many events. */
export const historyDays = 90;
export const historyEvents = 5_000;

/**
 * Adds `events` to the history and drops what is older than 90 days or beyond 5,000 events.
 *
 * @param now ms since the epoch
 */
export function appendEvents(
  history: readonly AccountEvent[],
  events: readonly AccountEvent[],
  now: number,
): readonly AccountEvent[] {
  if (events.length === 0) return history;
  const once = new Map([...history, ...events].map((event) => [event.id, event]));
  return [...once.values()]
    .filter(({ at }) => at > now - historyDays * dayMs)
    .slice(-historyEvents);
}
