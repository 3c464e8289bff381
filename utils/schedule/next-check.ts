import type { Target } from '../accounts/identity';
import type { ServiceError } from '../services/result';
import type { Connection } from '../state/connection';
import type { TargetState } from '../state/target-state';
import { hourMs, minuteMs } from '../time';
import { checkNowFloorMs } from './due';

const longestBackoffMs = hourMs;
const offlinePauseMs = minuteMs;
/** How long (ms) a connection whose key is refused is left alone. */
export const refusedPauseMs = 6 * hourMs;

export interface Plan {
  intervalMs: number;
  /** Where in the interval the target has its place, above 0 and at most 1. */
  phase: number;
  /** From 0 to below 1, drawn anew for each plan. */
  random: number;
}

/** When to check a target again after a good listing, in ms since the epoch. */
export function afterListing(
  { nextCheckAt, last }: TargetState,
  lookAgainAt: number | undefined,
  now: number,
  plan: Plan,
): number {
  // What failed was planned to be tried again, often at the same time as all others: no turn.
  const hadTurn = last !== undefined && last.error === undefined;
  const turn = hadTurn ? regularTurn(nextCheckAt, now, plan) : newTurn(now, plan);
  return Math.min(turn, lookAgainAt ?? Number.POSITIVE_INFINITY);
}

/**
 * A target keeps its turn. One that missed it, by half an interval of sleep or a new interval, gets
 * a new one, apart from the other targets of its connection, and never more than an interval away.
 *
 * @param now ms since the epoch
 */
export function regularTurn(
  turn: number,
  now: number,
  place: Pick<Plan, 'intervalMs' | 'phase'>,
): number {
  const { intervalMs } = place;
  const isMissed = turn <= now - intervalMs / 2 || turn > now + intervalMs;
  if (isMissed) return newTurn(now, place);
  return turn > now ? turn : turn + intervalMs;
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

/** When a limit ends (ms); one that is said to last longer than a day is tried again after a day. */
export function rateLimitEnd(until: number, now: number): number {
  return Math.min(Math.max(now + checkNowFloorMs, until), now + 24 * hourMs);
}

/** Where in the interval a target of this connection has its place: above 0, at most 1. */
export function phaseOf(connection: Connection, { profileId }: Target): number {
  const place = connection.profiles.findIndex(({ id }) => id === profileId);
  return place < 0 ? 1 : (place + 1) / connection.profiles.length;
}
