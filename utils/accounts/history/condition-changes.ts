import type { Condition } from '../trouble';
import type { AccountEvent } from './event';

/** An account's state at a moment. `absent`: not monitored, or nothing is known. */
export type DayState = Condition | 'absent';

/** An account's current condition and since when. Times are ms since the epoch. */
export interface CurrentCondition {
  firstSeenAt: number;
  condition: Condition;
  since: number;
}

/** When an account entered a state (ms since the epoch). */
export interface ConditionChange {
  at: number;
  state: DayState;
}

/**
 * When an account entered each state, oldest first, up to `now` (ms since the epoch). Before the
 * first, nothing is known.
 *
 * @param events the account's own, in any order
 */
export function conditionChanges(
  { firstSeenAt, condition, since }: CurrentCondition,
  events: readonly AccountEvent[],
  now: number,
): ConditionChange[] {
  // A time in the future means the clock was set back.
  const seenAt = Math.min(firstSeenAt, now);
  const currentSince = Math.max(seenAt, Math.min(since, now));
  const later = events
    .map(({ at, since = at, from, to }) => ({ at: since, from, to }))
    .filter(({ at }) => at > seenAt)
    .sort((a, b) => a.at - b.at);
  const [first] = later;
  const changes = [
    ...(first ? [{ at: seenAt, state: stateOf(first.from) }] : []),
    ...later
      .filter(({ at }) => at < currentSince)
      .map(({ at, to }) => ({ at, state: stateOf(to) })),
    { at: currentSince, state: condition },
  ];
  return changes.filter(({ at }, i) => changes[i + 1]?.at !== at);
}

function stateOf(condition: AccountEvent['to']): DayState {
  return condition === 'retired' ? 'absent' : condition;
}
