import type { ConditionChange } from '../accounts/history/condition-changes';
import { isDown } from '../accounts/history/uptime';
import { type Gap, watchedMs } from '../accounts/history/watch-gaps';
import type { Trouble } from '../accounts/trouble';

/** A time in which an account couldn't post, whatever the reasons. Times are ms since the epoch. */
export interface Interruption {
  began: number;
  /** It had begun before the period did. */
  isOlder: boolean;
  /** Absent while it goes on; may lie after the period. */
  ended?: number;
  /** How much of it lies in the period and was watched, in ms. */
  downMs: number;
  /** Each reason once, in their order. */
  kinds: readonly Trouble[];
}

/**
 * An account's interruptions between two moments (ms since the epoch), oldest first. Troubles that
 * follow each other are one interruption. A gap doesn't end one: it lasts until it was seen to end.
 *
 * @param changes from `conditionChanges`
 * @param gaps when nobody watched, apart from each other
 */
export function interruptionsBetween(
  changes: readonly ConditionChange[],
  from: number,
  to: number,
  gaps: readonly Gap[] = [],
): Interruption[] {
  const found: Interruption[] = [];
  let open: { began: number; kinds: Set<Trouble> } | undefined;
  const close = (at: number, hasEnded: boolean) => {
    if (!open) return;
    const { began, kinds } = open;
    open = undefined;
    const downMs = watchedMs(Math.max(began, from), Math.min(at, to), gaps);
    if (downMs <= 0) return;
    found.push({
      began,
      isOlder: began < from,
      ...(hasEnded && { ended: at }),
      downMs,
      kinds: [...kinds],
    });
  };
  for (const { at, state } of changes) {
    if (at >= to && !open) break;
    if (!isDown(state)) {
      close(at, true);
      continue;
    }
    open ??= { began: at, kinds: new Set() };
    if (at < to) open.kinds.add(state);
  }
  close(to, false);
  return found;
}
