/* Durations in ms, and UTC clock hours. A calendar day may be an hour longer or shorter. */
export const secondMs = 1_000;
export const minuteMs = 60 * secondMs;
export const hourMs = 60 * minuteMs;
export const dayMs = 24 * hourMs;
export const never = Number.POSITIVE_INFINITY;

/** The UTC clock hour that `ms` falls in, counted from the epoch. */
export function clockHour(ms: number): number {
  return Math.floor(ms / hourMs);
}

/** The next full UTC clock hour after `now`, in ms since the epoch. */
export function topOfHour(now: number): number {
  return (clockHour(now) + 1) * hourMs;
}
