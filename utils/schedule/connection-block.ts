import type { ServiceError } from '../services/result';
import type { ConnectionState } from '../state/connection';
import { rateLimitEnd, refusedPauseMs } from './next-check';

/** True for an error of one target that holds for its whole connection. */
export function haltsConnection({ kind }: ServiceError): boolean {
  return kind === 'refused' || kind === 'rate-limited';
}

/**
 * A connection after a failed check of one of its targets.
 *
 * @param now ms since the epoch
 */
export function connectionAfterFailure(
  state: ConnectionState,
  error: ServiceError,
  now: number,
): ConnectionState {
  switch (error.kind) {
    case 'refused':
      return {
        ...state,
        refusedSince: state.refusedSince ?? now,
        // "Check now" ignores a rejected key's block, so don't replace a rate limit with one.
        blocked:
          state.blocked?.by === 'rate-limit' && state.blocked.until > now
            ? state.blocked
            : { by: 'refusal', since: now, until: now + refusedPauseMs },
      };
    case 'rate-limited':
      return {
        ...state,
        blocked: { by: 'rate-limit', since: now, until: rateLimitEnd(error.until, now) },
      };
    default:
      return state;
  }
}

/**
 * A listing proves that the key works and ends a block, unless its request was sent before the
 * block began.
 *
 * @param now ms since the epoch
 */
export function connectionAfterListing(
  state: ConnectionState,
  requestedAt: number,
  now: number,
): ConnectionState {
  const since = state.blocked?.since ?? 0;
  // A block from ahead of now was made before the clock was set back.
  if (since > requestedAt && since <= now) return state;
  const { refusedSince: _refused, blocked: _blocked, ...free } = state;
  return free;
}
