import { dayMs } from '../../time';
import type { AccountEvent } from './event';

/** How much of the past is kept: this many days, and no more than this many events. */
export const historyDays = 90;
export const historyEvents = 5_000;

/**
 * The history with `events` added; what is then older than 90 days or beyond 5,000 events goes.
 *
 * @param now ms since the epoch
 */
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
