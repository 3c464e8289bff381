import {
  type CurrentCondition,
  conditionChanges,
  type DayState,
} from '@/utils/accounts/history/condition-changes';
import { worstOfDays } from '@/utils/accounts/history/daily-status';
import type { AccountEvent } from '@/utils/accounts/history/event';

/** The worst state of each day, by an account's events. */
export function worstByDay(
  current: CurrentCondition,
  events: readonly AccountEvent[],
  dayStarts: readonly number[],
  end: number,
): DayState[] {
  return worstOfDays(conditionChanges(current, events, end), dayStarts, Number.POSITIVE_INFINITY);
}
