import type { AccountEvent } from '../accounts/history/event';
import { platformName } from '../accounts/platform';
import { troubles } from '../accounts/trouble';
import type { LostMessage } from '../state/chat/chat';
import { startOfDay } from '../text/relative-time';
import { wordsOf } from './account/account-filter';

export const activityKinds = ['all', 'trouble', 'recovery', 'other'] as const;
export type ActivityKind = (typeof activityKinds)[number];

/** A change, and how long (ms) the account was in trouble before it, where it recovered. */
export interface Activity {
  event: AccountEvent;
  outageMs?: number;
}

/** The changes of one local calendar day. Times are ms since the epoch. */
export interface ActivityDay {
  start: number;
  activities: readonly Activity[];
  /** Messages to chats that were given up on that day. */
  lost: readonly LostMessage[];
}

/** Adds to each recovery how long the outage lasted. `history`: oldest first, as is the result. */
export function withOutages(history: readonly AccountEvent[]): Activity[] {
  const brokenSince = new Map<string, number>();
  return history.map((event) => {
    const began = brokenSince.get(event.account);
    if (isTrouble(event.to)) {
      // From one trouble to another, the outage goes on.
      if (began === undefined) brokenSince.set(event.account, event.since ?? event.at);
      return { event };
    }
    brokenSince.delete(event.account);
    const isRecovery = kindOf(event) === 'recovery' && began !== undefined;
    return isRecovery ? { event, outageMs: event.at - began } : { event };
  });
}

/** Which changes to show. */
export interface ActivityFilter {
  kind: ActivityKind;
  query: string;
  /** Absent for all. */
  client?: string | undefined;
}

/**
 * The changes that match a filter, by day, the newest first.
 *
 * @param lost messages to chats that were given up, oldest first; only shown without a filter
 * @param clientOf the client of an account's key; `undefined` for an account that is gone
 */
export function activityByDay(
  activities: readonly Activity[],
  lost: readonly LostMessage[],
  { kind, query, client }: ActivityFilter,
  clientOf: (account: string) => string | undefined,
): ActivityDay[] {
  const words = wordsOf(query);
  const found = activities.filter(({ event }) => {
    if (kind !== 'all' && kindOf(event) !== kind) return false;
    if (client !== undefined && clientOf(event.account) !== client) return false;
    const text = `${event.label}\n${platformName(event.platform)}`.toLocaleLowerCase();
    return words.every((word) => text.includes(word));
  });
  const isFiltered = kind !== 'all' || client !== undefined || words.length > 0;
  const days = Map.groupBy(found.toReversed(), ({ event }) => startOfDay(event.at));
  const lostByDay = Map.groupBy(isFiltered ? [] : lost.toReversed(), ({ at }) => startOfDay(at));
  return [...new Set([...days.keys(), ...lostByDay.keys()])]
    .sort((a, b) => b - a)
    .map((start) => ({
      start,
      activities: days.get(start) ?? [],
      lost: lostByDay.get(start) ?? [],
    }));
}

function kindOf({ from, to }: AccountEvent): Exclude<ActivityKind, 'all'> {
  if (isTrouble(to)) return 'trouble';
  return to === 'working' && isTrouble(from) ? 'recovery' : 'other';
}

function isTrouble(condition: AccountEvent['to']): boolean {
  return troubles.some((trouble) => trouble === condition);
}
