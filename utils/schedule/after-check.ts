import type { Account, Listing } from '../accounts/account';
import type { ServiceError } from '../services/result';
import type { TargetState } from '../state/target-state';
import { afterFailure, afterListing, isOurs, type Plan } from './next-check';
import { stillReconnecting } from './reconnect-checks';

/** When a check began and ended: ms since the epoch, both. */
export interface CheckTimes {
  startedAt: number;
  endedAt: number;
}

/** What a listing made of a target's accounts, and what was wrong with the listing itself. */
interface Listed {
  accounts: readonly Account[];
  unreadable: Listing['unreadable'];
  /** When to look again at an account that is missing for the first time; ms since the epoch. */
  lookAgainAt?: number | undefined;
}

/** A target after a check that went well. */
export function targetAfterListing(
  state: TargetState,
  { accounts, unreadable, lookAgainAt }: Listed,
  times: CheckTimes,
  plan: Plan,
): TargetState {
  const { startedAt, endedAt } = times;
  const reconnecting = stillReconnecting(state.reconnecting, accounts, startedAt);
  return {
    nextCheckAt: afterListing(state, lookAgainAt, endedAt, plan),
    failures: 0,
    last: lastOf(times),
    goodAt: endedAt,
    unreadable: unreadable.ids.length + unreadable.unidentified,
    ...(reconnecting && { reconnecting }),
  };
}

/** A target after a check that failed: what it knew stays, and grows old. */
export function targetAfterFailure(
  { reconnecting: before, ...known }: TargetState,
  error: ServiceError,
  times: CheckTimes,
  plan: Plan,
): TargetState {
  const { startedAt, endedAt } = times;
  const reconnecting = stillReconnecting(before, [], startedAt);
  return {
    ...known,
    // Data from ahead of a clock that was set back would not be old for as long as it lies ahead.
    ...(known.goodAt !== undefined && { goodAt: Math.min(known.goodAt, endedAt) }),
    ...(reconnecting && { reconnecting }),
    nextCheckAt: afterFailure(known, error, endedAt, plan),
    failures: isOurs(error) ? known.failures : known.failures + 1,
    last: { ...lastOf(times), error },
  };
}

function lastOf({ startedAt, endedAt }: CheckTimes) {
  return { at: startedAt, tookMs: Math.max(0, endedAt - startedAt) };
}
