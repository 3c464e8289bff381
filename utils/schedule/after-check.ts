import type { Listing } from '../accounts/account';
import type { Reconciled } from '../accounts/reconcile';
import type { ServiceError } from '../services/result';
import type { TargetState } from '../state/target-state';
import {
  isLocalError,
  nextCheckAfterFailure,
  nextCheckAfterListing,
  type Timing,
} from './next-check';
import { stillReconnecting } from './reconnect-checks';

/** When a check began and ended (ms since the epoch). */
export interface CheckTimes {
  startedAt: number;
  endedAt: number;
}

/** A target's accounts after a listing, and what was wrong with the listing itself. */
type Listed = Omit<Reconciled, 'events'> & Pick<Listing, 'unreadable'>;

/** A target after a good check. */
export function targetAfterListing(
  state: TargetState,
  { accounts, unreadable, checkAgainAt }: Listed,
  times: CheckTimes,
  timing: Timing,
): TargetState {
  const { startedAt, endedAt } = times;
  const reconnecting = stillReconnecting(state.reconnecting, accounts, startedAt);
  return {
    nextCheckAt: nextCheckAfterListing(state, checkAgainAt, endedAt, timing),
    failures: 0,
    last: lastOf(times),
    listedAt: endedAt,
    unreadable: unreadable.ids.length + unreadable.unidentified,
    ...(reconnecting && { reconnecting }),
  };
}

/** A target after a failed check: its data stays and grows old. */
export function targetAfterFailure(
  { reconnecting: before, ...known }: TargetState,
  error: ServiceError,
  times: CheckTimes,
  timing: Timing,
): TargetState {
  const { startedAt, endedAt } = times;
  const reconnecting = stillReconnecting(before, [], startedAt);
  return {
    ...known,
    // A time in the future, from before the clock was set back, would keep data fresh too long.
    ...(known.listedAt !== undefined && { listedAt: Math.min(known.listedAt, endedAt) }),
    ...(reconnecting && { reconnecting }),
    nextCheckAt: nextCheckAfterFailure(known, error, endedAt, timing),
    failures: isLocalError(error) ? known.failures : known.failures + 1,
    last: { ...lastOf(times), error },
  };
}

function lastOf({ startedAt, endedAt }: CheckTimes) {
  return { at: startedAt, tookMs: Math.max(0, endedAt - startedAt) };
}
