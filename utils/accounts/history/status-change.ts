import type { Account } from '../account';
import { accountLabel } from '../account-label';
import { conditionOf } from '../attention';
import type { AccountEvent } from './event';

/**
 * Sets since when an account's condition holds, and removes a mute that ends once it works.
 *
 * @param now ms since the epoch
 */
export function afterChange(before: Account, after: Account, now: number): Account {
  const condition = conditionOf(after);
  const next = condition === conditionOf(before) ? after : { ...after, statusSince: now };
  if (condition !== 'working' || next.mute?.until !== 'works') return next;
  const { mute: _over, ...rest } = next;
  return rest;
}

/** The event of a changed condition; none where it is the same. `now`: ms since the epoch. */
export function eventsOf(before: Account | undefined, after: Account, now: number): AccountEvent[] {
  if (before === after) return [];
  const from = before ? conditionOf(before) : 'absent';
  const to = conditionOf(after);
  if (from === to) return [];
  const event = changeOf(after, from, to, now);
  const since = to === 'unlisted' ? after.statusSince : now;
  return [since < now ? { ...event, since } : event];
}

/** An event for a change of condition at `now` (ms). */
export function changeOf(
  { key, platform, ...who }: Account,
  from: AccountEvent['from'],
  to: AccountEvent['to'],
  now: number,
): AccountEvent {
  const label = accountLabel({ platform, ...who });
  return { id: `${key}@${now}>${to}`, at: now, account: key, label, platform, from, to };
}
