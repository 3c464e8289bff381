import type { ServiceError } from '../services/result';
import type { ConnectionState } from './connection';
import type { TargetState } from './target-state';
import {
  clockHour,
  isAsked,
  readsUsed,
  type WatchedConnection,
  type WatchedTarget,
} from './watched';

/** "Check now" asks a connection again at the earliest this long (ms) after its last request. */
export const checkNowFloorMs = 10_000;
const minuteMs = 60_000;
const hourMs = 60 * minuteMs;
const longestBackoffMs = hourMs;
const refusedPauseMs = 6 * hourMs;
const offlinePauseMs = minuteMs;

/**
 * When a target may be checked next, in ms since the epoch: now or in the past where it is due,
 * `Infinity` where it waits for something else than time.
 */
export function dueAt(connection: WatchedConnection, target: WatchedTarget, now: number): number {
  const { state } = connection;
  if (connection.connection.paused) return Number.POSITIVE_INFINITY;
  // While the key is refused one target stands for all: the others can only be refused as well.
  if (state.refusedSince !== undefined && target !== connection.targets[0]) {
    return Number.POSITIVE_INFINITY;
  }
  const asked = isAsked(connection, target, now);
  const wanted = asked ? askedDueAt(connection, now) : regularlyDueAt(target.state, now);
  // A person who asks may have mended a refused key elsewhere; a rate limit holds all the same.
  const mayTry = asked && state.blocked?.by === 'refusal' ? now : blockedUntil(state, now);
  return Math.max(wanted, mayTry, budgetFreeAt(connection, now));
}

/** At once, but 10 s after the last check that the connection had before it was asked. */
function askedDueAt({ state: { askedAt = 0 }, targets }: WatchedConnection, now: number): number {
  const before = targets.flatMap(({ state }) => state.last?.at ?? []).filter((at) => at < askedAt);
  return Math.max(now, ...before.map((at) => at + checkNowFloorMs));
}

function regularlyDueAt({ last, nextCheckAt }: TargetState, now: number): number {
  // A last check that lies ahead of us means that the clock was set back: the plan is void.
  return last !== undefined && last.at > now ? now : nextCheckAt;
}

function blockedUntil({ blocked }: ConnectionState, now: number): number {
  return blocked !== undefined && blocked.since <= now ? blocked.until : now;
}

function budgetFreeAt(connection: WatchedConnection, now: number): number {
  const reads = readsUsed(connection, now);
  return reads && reads.used >= reads.limit ? topOfHour(now) : now;
}

/** The next full UTC clock hour after `now`, in ms since the epoch. */
export function topOfHour(now: number): number {
  return (clockHour(now) + 1) * hourMs;
}

/** When "Check now" could next do anything for a connection; `undefined` where it can at once. */
export function checkNowBlockedUntil(
  connection: WatchedConnection,
  now: number,
): number | undefined {
  const block =
    connection.state.blocked?.by === 'refusal' ? now : blockedUntil(connection.state, now);
  const until = Math.max(block, budgetFreeAt(connection, now));
  return until > now ? until : undefined;
}

export interface Plan {
  intervalMs: number;
  /** Where in the interval the target has its place, above 0 and at most 1. */
  phase: number;
  /** From 0 to below 1, drawn anew for each plan. */
  random: number;
}

/** When to check a target again after a good listing, in ms since the epoch. */
export function afterListing(
  { nextCheckAt, goodAt }: TargetState,
  lookAgainAt: number | undefined,
  now: number,
  plan: Plan,
): number {
  const isFirst = goodAt === undefined;
  const turn = isFirst ? newTurn(now, plan) : regularTurn(nextCheckAt, now, plan);
  return Math.min(turn, lookAgainAt ?? Number.POSITIVE_INFINITY);
}

/**
 * A target keeps its turn. One that missed it, by sleep or a new interval, gets a new one, apart
 * from the other targets of its connection, and never more than an interval away.
 */
export function regularTurn(
  turn: number,
  now: number,
  place: Pick<Plan, 'intervalMs' | 'phase'>,
): number {
  const { intervalMs } = place;
  const kept = [turn, turn + intervalMs].find((at) => at > now && at <= now + intervalMs);
  return kept ?? newTurn(now, place);
}

/** In the second half of the interval: nothing that was just checked is due again at once. */
function newTurn(now: number, { intervalMs, phase }: Pick<Plan, 'intervalMs' | 'phase'>): number {
  return now + (intervalMs * (1 + phase)) / 2;
}

/** When to check a target again after its check failed, in ms since the epoch. */
export function afterFailure(
  state: TargetState,
  error: ServiceError,
  now: number,
  plan: Plan,
): number {
  switch (error.kind) {
    case 'refused':
      return now + refusedPauseMs;
    case 'rate-limited':
      return rateLimitEnd(error.until, now);
    case 'offline':
      return now + offlinePauseMs;
    case 'no-permission':
    case 'no-key':
      return regularTurn(state.nextCheckAt, now, plan);
    case 'profile-unknown':
    case 'bad-request':
    case 'server':
    case 'network':
    case 'timeout':
    case 'unreadable':
      return now + backoffMs(state.failures + 1, plan.random);
  }
}

/**
 * 1, 2, 4, … minutes, at most an hour, with full jitter, so that many clients do not return as
 * one: https://aws.amazon.com/blogs/architecture/exponential-backoff-and-jitter/
 */
export function backoffMs(failures: number, random: number): number {
  const bound = Math.min(longestBackoffMs, minuteMs * 2 ** (failures - 1));
  return Math.max(checkNowFloorMs, Math.round(bound * random));
}

/** True for errors that tell nothing of the service, and so do not count as its failures. */
export function isOurs(error: ServiceError): boolean {
  return error.kind === 'offline' || error.kind === 'no-permission' || error.kind === 'no-key';
}

/** What a failed check means for its whole connection. */
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

/** A listing proves that the key works and ends a block, unless its request is older than they. */
export function connectionAfterListing(
  state: ConnectionState,
  requestedAt: number,
): ConnectionState {
  if (state.blocked && state.blocked.since > requestedAt) return state;
  const { refusedSince: _refused, blocked: _blocked, ...free } = state;
  return free;
}

/** A limit that is said to last longer than a day is tried again after a day. */
function rateLimitEnd(until: number, now: number): number {
  return Math.min(Math.max(now + checkNowFloorMs, until), now + 24 * hourMs);
}

/** The state with one more read counted in the clock hour of `now`. */
export function countRead(state: ConnectionState, now: number): ConnectionState {
  const hour = clockHour(now);
  const used = state.reads?.hour === hour ? state.reads.used : 0;
  return { ...state, reads: { hour, used: used + 1 } };
}
