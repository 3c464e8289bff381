import { dayMs } from '../time';
import type { Account } from './account';
import { accountLabel } from './account-label';
import type { AccountEvent } from './event';

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
