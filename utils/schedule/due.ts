import type { ServiceError } from '../services/result';
import {
  isCheckRequested,
  type MonitoredConnection,
  type MonitoredTarget,
} from '../state/app-state';
import type { ConnectionState } from '../state/connection';
import type { TargetState } from '../state/target-state';
import { never } from '../time';
import { budgetFreeAt } from './read-budget';

/** The shortest pause (ms) between two requests of a connection, for "Check now" and backoff. */
export const minRequestGapMs = 10_000;

/**
 * The earliest time (ms since the epoch) at which a target may be checked: at or before `now` means
 * due, `Infinity` that it isn't scheduled, because it is paused or another target tests the key.
 */
export function dueAt(
  connection: MonitoredConnection,
  target: MonitoredTarget,
  now: number,
): number {
  const { state } = connection;
  if (connection.connection.paused) return never;
  // While the key is rejected, one target is checked for all: the others would be rejected too.
  if (isKeyInDoubt(state) && target !== probeTarget(connection)) return never;
  const isRequested = isCheckRequested(connection, target, now);
  const wanted = isRequested ? requestedDueAt(connection, now) : regularlyDueAt(target.state, now);
  return Math.max(wanted, allowedAt(connection, now, isRequested));
}

/** When a connection may be asked at all, in ms since the epoch: `now` where nothing forbids it. */
export function allowedAt(
  connection: MonitoredConnection,
  now: number,
  isRequested: boolean,
): number {
  const { state } = connection;
  // Someone who presses "Check now" may have fixed a rejected key elsewhere. A rate limit still
  // holds.
  const earliestTryAt =
    isRequested && state.blocked?.by === 'refusal' ? now : blockedUntil(state, now);
  return Math.max(earliestTryAt, budgetFreeAt(connection, now));
}

/** Now, but at least 10 s after the last check made before "Check now" was pressed. */
function requestedDueAt(
  { state: { askedAt = 0 }, targets }: MonitoredConnection,
  now: number,
): number {
  const before = targets.flatMap(({ state }) => state.last?.at ?? []).filter((at) => at < askedAt);
  return Math.max(now, ...before.map((at) => at + minRequestGapMs));
}

function regularlyDueAt({ last, nextCheckAt, reconnecting }: TargetState, now: number): number {
  // A last check in the future means the clock was set back, so the plan is void.
  if (last !== undefined && last.at > now) return now;
  return Math.min(nextCheckAt, ...(reconnecting?.checksAt ?? []));
}

function blockedUntil({ blocked }: ConnectionState, now: number): number {
  return blocked !== undefined && blocked.since <= now ? blocked.until : now;
}

/**
 * When "Check now" may next send a request; `undefined` where it can at once.
 *
 * @param now ms since the epoch
 */
export function checkNowBlockedUntil(
  connection: MonitoredConnection,
  now: number,
): number | undefined {
  const until = allowedAt(connection, now, true);
  return until > now ? until : undefined;
}

/** Errors of one target alone, which say nothing about the key. */
const errorsOfTarget: readonly ServiceError['kind'][] = [
  'profile-unknown',
  'bad-request',
  'server',
  'moved',
  'unreadable',
];

/** True from the first rejection of a key until a listing succeeds. */
export function isKeyInDoubt({ refusedSince, refusedOnceAt }: ConnectionState): boolean {
  return refusedSince !== undefined || refusedOnceAt !== undefined;
}

/**
 * The only target that is checked while the key is rejected: first the one that was rejected, to
 * confirm it; then one whose last error, if any, wasn't about that target alone.
 */
function probeTarget({ state, targets }: MonitoredConnection): MonitoredTarget | undefined {
  const wasRefused = ({ state: { last } }: MonitoredTarget) => last?.error?.kind === 'refused-once';
  const canTestKey = ({ state: { last } }: MonitoredTarget) =>
    !last?.error || !errorsOfTarget.includes(last.error.kind);
  const first = state.refusedSince === undefined ? targets.find(wasRefused) : undefined;
  return first ?? targets.find(canTestKey) ?? targets[0];
}
