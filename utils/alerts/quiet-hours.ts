import type { QuietHours } from '../state/settings';
import { minuteMs } from '../time';

/**
 * When what could be told at `at` may be told: then, or at the first minute after the quiet hours
 * (ms since the epoch, both). What counts is what the clock on the wall shows, also on a day on
 * which clocks are changed.
 */
export function afterQuietHours(hours: QuietHours, at: number): number {
  if (!isQuiet(hours, at)) return at;
  let minute = Math.ceil(at / minuteMs) * minuteMs;
  while (isQuiet(hours, minute)) minute += minuteMs;
  return minute;
}

/** From a time to the same time is no time: else nothing would be told ever. */
function isQuiet({ on, from, to }: QuietHours, at: number): boolean {
  if (!on) return false;
  const time = wallClock(at);
  return from <= to ? from <= time && time < to : from <= time || time < to;
}

/** `HH:MM`, as it is compared and stored. */
function wallClock(at: number): string {
  const date = new Date(at);
  return [date.getHours(), date.getMinutes()].map((n) => String(n).padStart(2, '0')).join(':');
}
