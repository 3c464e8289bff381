import type { Target } from '../accounts/identity';
import type { ServiceError } from '../services/result';
import type { Connection } from '../state/connection';
import type { TargetState } from '../state/target-state';
import { hourMs, minuteMs, never } from '../time';
import { minRequestGapMs } from './due';

/** A key counts as rejected after two rejections at least this far apart (ms). */
export const secondRefusalAfterMs = minuteMs;
const longestBackoffMs = hourMs;
const offlinePauseMs = minuteMs;
/** How long (ms) to wait before checking a rejected key again. */
export const refusedPauseMs = 6 * hourMs;

export interface Timing {
  intervalMs: number;
  /** The target's place within the interval, above 0 and at most 1. */
  phase: number;
  /** From 0 to below 1, drawn anew each time. */
  random: number;
}

/** When to check a target again after a good listing, in ms since the epoch. */
export function nextCheckAfterListing(
  { nextCheckAt, last }: TargetState,
  checkAgainAt: number | undefined,
  now: number,
  timing: Timing,
): number {
  // A failed check was rescheduled by backoff, often together with the others, so it has no slot to
  // keep.
  const hadSlot = last !== undefined && last.error === undefined;
  const plannedAt = hadSlot ? regularSlot(nextCheckAt, now, timing) : newSlot(now, timing);
  return Math.min(plannedAt, checkAgainAt ?? never);
}

/**
 * A target keeps its slot. If it is half an interval late, or its slot is more than an interval
 * away, it gets a new one: at most an interval away, and different from the connection's other
 * targets.
 *
 * @param now ms since the epoch
 */
export function regularSlot(
  plannedAt: number,
  now: number,
  slot: Pick<Timing, 'intervalMs' | 'phase'>,
): number {
  const { intervalMs } = slot;
  const isMissed = plannedAt <= now - intervalMs / 2 || plannedAt > now + intervalMs;
  if (isMissed) return newSlot(now, slot);
  return plannedAt > now ? plannedAt : plannedAt + intervalMs;
}

/** A new slot lies in the second half of the interval, so a target just checked isn't due at once. */
function newSlot(now: number, { intervalMs, phase }: Pick<Timing, 'intervalMs' | 'phase'>): number {
  return now + (intervalMs * (1 + phase)) / 2;
}

/** When to check a target again after a failed check, in ms since the epoch. */
export function nextCheckAfterFailure(
  state: TargetState,
  error: ServiceError,
  now: number,
  timing: Timing,
): number {
  switch (error.kind) {
    case 'refused':
      return now + refusedPauseMs;
    case 'refused-once':
      return now + secondRefusalAfterMs;
    case 'rate-limited':
      return rateLimitEnd(error.until, now);
    case 'offline':
      return now + offlinePauseMs;
    case 'no-permission':
    case 'no-key':
      return regularSlot(state.nextCheckAt, now, timing);
    case 'profile-unknown':
    case 'bad-request':
    case 'blocked':
    case 'payment-required':
    case 'moved':
    case 'server':
    case 'network':
    case 'timeout':
    case 'unreadable':
      return Math.max(
        now + backoffMs(state.failures + 1, timing.random),
        'until' in error ? rateLimitEnd(error.until, now) : 0,
      );
  }
}

/**
 * Exponential backoff: a random time of up to 1, 2, 4, … minutes, at most an hour, so that many
 * installations don't return together; never less than 10 s.
 * https://aws.amazon.com/blogs/architecture/exponential-backoff-and-jitter/
 */
export function backoffMs(failures: number, random: number): number {
  const bound = Math.min(longestBackoffMs, minuteMs * 2 ** (failures - 1));
  return Math.max(minRequestGapMs, Math.round(bound * random));
}

/** True for errors on our side, which don't count as failures of the service. */
export function isLocalError(error: ServiceError): boolean {
  return error.kind === 'offline' || error.kind === 'no-permission' || error.kind === 'no-key';
}

/**
 * When (ms) a rate limit ends, in 10 s at the earliest. One longer than a day is tried after a day.
 *
 * @param until ms since the epoch; `undefined` if the service named no end
 */
export function rateLimitEnd(until: number | undefined, now: number): number {
  return Math.min(Math.max(now + minRequestGapMs, until ?? 0), now + 24 * hourMs);
}

/** A target's place within the interval: above 0, at most 1. */
export function phaseOf(connection: Connection, { profileId }: Target): number {
  const index = connection.profiles.findIndex(({ id }) => id === profileId);
  return index < 0 ? 1 : (index + 1) / connection.profiles.length;
}
