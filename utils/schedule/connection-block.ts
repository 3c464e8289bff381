import type { ServiceError } from '../services/result';
import type { ConnectionState } from '../state/connection';
import { rateLimitEnd, refusedPauseMs, secondRefusalAfterMs } from './next-check';

/** True for an error of one target that holds for its whole connection. */
export function haltsConnection(error: ServiceError): boolean {
  return error.kind === 'refused' || waitUntil(error) !== undefined;
}

/** Until when (ms since the epoch) the service asks not to be asked. */
export function waitUntil(error: ServiceError): number | undefined {
  return error.kind === 'rate-limited' || error.kind === 'server' ? error.until : undefined;
}

/**
 * A connection after a failed check of one of its targets. Its key counts as rejected once that
 * happened twice, at least a minute apart.
 *
 * @param now ms since the epoch
 */
export function connectionAfterFailure(
  state: ConnectionState,
  error: ServiceError,
  now: number,
): ConnectionState {
  if (error.kind === 'refused') return afterRefusal(state, now);
  const wanted = waitUntil(error);
  if (wanted === undefined) return state;
  const until = rateLimitEnd(wanted, now);
  // Of several requests under way, one may be told to wait longer than those answered after it.
  if (limitOf(state, now) >= until) return state;
  return { ...state, blocked: { by: 'rate-limit', since: now, until } };
}

/** Turns `refused` into `refused-once` until a second rejection confirms it. */
export function confirmedError(error: ServiceError, state: ConnectionState): ServiceError {
  if (error.kind !== 'refused' || state.refusedSince !== undefined) return error;
  return { kind: 'refused-once', status: error.status };
}

/** When a limit that holds now ends; 0 without one. One from the future means a clock set back. */
function limitOf({ blocked }: ConnectionState, now: number): number {
  return blocked?.by === 'rate-limit' && blocked.since <= now ? blocked.until : 0;
}

function afterRefusal(state: ConnectionState, now: number): ConnectionState {
  const { refusedOnceAt, refusedSince, ...rest } = state;
  const isKnown = refusedSince !== undefined;
  // A time in the future means the clock was set back.
  const isFirst = !isKnown && (refusedOnceAt === undefined || refusedOnceAt > now);
  const firstAt = isFirst ? now : (refusedOnceAt ?? now);
  const isConfirmed = isKnown || now - firstAt >= secondRefusalAfterMs;
  // "Check now" ignores a rejected key's block, so don't replace a rate limit with one.
  const isLimited = state.blocked?.by === 'rate-limit' && state.blocked.until > now;
  const until = isConfirmed ? now + refusedPauseMs : firstAt + secondRefusalAfterMs;
  return {
    ...rest,
    ...(isConfirmed ? { refusedSince: refusedSince ?? now } : { refusedOnceAt: firstAt }),
    blocked: isLimited && state.blocked ? state.blocked : { by: 'refusal', since: now, until },
  };
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
  // A time in the future means the clock was set back.
  if (since > requestedAt && since <= now) return state;
  return withoutBlock(state);
}

/** A connection whose key works, or is new. */
export function withoutBlock({
  refusedOnceAt: _once,
  refusedSince: _refused,
  blocked: _blocked,
  ...free
}: ConnectionState): ConnectionState {
  return free;
}
