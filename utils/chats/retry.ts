import type { ChatError } from '../chat-services/chat-error';
import { backoffMs, rateLimitEnd, refusedPauseMs } from '../schedule/next-check';
import type { ChatState } from '../state/chat/chat';

/** When a chat may be posted to again, in ms since the epoch: `now` where nothing forbids it. */
export function nextAttemptAt({ failing }: ChatState, now: number): number {
  // A time in the future means the clock was set back.
  return failing && failing.since <= now ? failing.nextAt : now;
}

/**
 * What is known about posting to a chat after an attempt. A message that the service doesn't take
 * says nothing about the next one.
 *
 * @param now ms since the epoch
 * @param random from 0 to below 1: jitter for the next attempt
 */
export function stateAfter(
  state: ChatState,
  error: ChatError | undefined,
  now: number,
  random: number,
): ChatState {
  if (!error) return { deliveredAt: now };
  const { failing: before, ...rest } = state;
  if (error.kind === 'rejected') return rest;
  const failures = (before?.failures ?? 0) + 1;
  const nextAt = nextPostAt(error, failures, now, random);
  return {
    ...rest,
    failing: { error, failures, since: Math.min(before?.since ?? now, now), nextAt },
  };
}

function nextPostAt(error: ChatError, failures: number, now: number, random: number): number {
  if (error.kind === 'gone' || error.kind === 'no-permission') return now + refusedPauseMs;
  const backoff = now + backoffMs(failures, random);
  return 'until' in error ? Math.max(backoff, rateLimitEnd(error.until, now)) : backoff;
}
