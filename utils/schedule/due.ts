import type { ServiceError } from '../services/result';
import { isAsked, type MonitoredConnection, type MonitoredTarget } from '../state/app-state';
import type { ConnectionState } from '../state/connection';
import type { TargetState } from '../state/target-state';
import { budgetFreeAt } from './read-budget';

/** "Check now" asks a connection again at the earliest this long (ms) after its last request. */
export const checkNowFloorMs = 10_000;

/**
 * When a target may be checked next, in ms since the epoch: now or in the past where it is due,
 * `Infinity` where it waits for something else than time.
 */
export function dueAt(
  connection: MonitoredConnection,
  target: MonitoredTarget,
  now: number,
): number {
  const { state } = connection;
  if (connection.connection.paused) return Number.POSITIVE_INFINITY;
  // While the key is refused one target stands for all: the others can only be refused as well.
  if (state.refusedSince !== undefined && target !== standIn(connection)) {
    return Number.POSITIVE_INFINITY;
  }
  const asked = isAsked(connection, target, now);
  const wanted = asked ? askedDueAt(connection, now) : regularlyDueAt(target.state, now);
  return Math.max(wanted, allowedAt(connection, now, asked));
}

/** When a connection may be asked at all, in ms since the epoch: `now` where nothing forbids it. */
export function allowedAt(connection: MonitoredConnection, now: number, asked: boolean): number {
  const { state } = connection;
  // A person who asks may have mended a refused key elsewhere; a rate limit holds all the same.
  const mayTry = asked && state.blocked?.by === 'refusal' ? now : blockedUntil(state, now);
  return Math.max(mayTry, budgetFreeAt(connection, now));
}

/** At once, but 10 s after the last check that the connection had before it was asked. */
function askedDueAt({ state: { askedAt = 0 }, targets }: MonitoredConnection, now: number): number {
  const before = targets.flatMap(({ state }) => state.last?.at ?? []).filter((at) => at < askedAt);
  return Math.max(now, ...before.map((at) => at + checkNowFloorMs));
}

function regularlyDueAt({ last, nextCheckAt, reconnecting }: TargetState, now: number): number {
  // A last check that lies ahead of us means that the clock was set back: the plan is void.
  if (last !== undefined && last.at > now) return now;
  return Math.min(nextCheckAt, ...(reconnecting?.looks ?? []));
}

function blockedUntil({ blocked }: ConnectionState, now: number): number {
  return blocked !== undefined && blocked.since <= now ? blocked.until : now;
}

/**
 * When "Check now" could next do anything for a connection; `undefined` where it can at once.
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

/** What a target fails with by itself, so that nothing is heard of the key. */
const ownErrors: readonly ServiceError['kind'][] = [
  'profile-unknown',
  'bad-request',
  'server',
  'unreadable',
];

/** The first target whose answer tells of the key, and not only of itself. */
function standIn({ targets }: MonitoredConnection): MonitoredTarget | undefined {
  const tellsOfKey = ({ state: { last } }: MonitoredTarget) =>
    !last?.error || !ownErrors.includes(last.error.kind);
  return targets.find(tellsOfKey) ?? targets[0];
}
