/*
 * Spans of time in ms, and the hours of the UTC clock. A day of the calendar may be an hour longer
 * or shorter.
 */
export const secondMs = 1_000;
export const minuteMs = 60 * secondMs;
export const hourMs = 60 * minuteMs;
export const dayMs = 24 * hourMs;

/** The number of the UTC clock hour that `ms` lies in. */
export function clockHour(ms: number): number {
  return Math.floor(ms / hourMs);
}

/** The next full UTC clock hour after `now`, in ms since the epoch. */
export function topOfHour(now: number): number {
  return (clockHour(now) + 1) * hourMs;
}
