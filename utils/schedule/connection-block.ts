import type { ServiceError } from '../services/result';
import type { ConnectionState } from '../state/connection';
import { rateLimitEnd, refusedPauseMs } from './next-check';

/** True for what one target was told and holds for all of its connection. */
export function haltsConnection({ kind }: ServiceError): boolean {
  return kind === 'refused' || kind === 'rate-limited';
}

/**
 * What a failed check means for its whole connection.
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
        // "Check now" passes a refusal; it must not pass a limit that holds as well.
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
 * A listing proves that the key works and ends a block, unless its request is older than they.
 *
 * @param now ms since the epoch
 */
export function connectionAfterListing(
  state: ConnectionState,
  requestedAt: number,
  now: number,
): ConnectionState {
  const since = state.blocked?.since ?? 0;
  // One from ahead of now was made before the clock was set back.
  if (since > requestedAt && since <= now) return state;
  const { refusedSince: _refused, blocked: _blocked, ...free } = state;
  return free;
}
