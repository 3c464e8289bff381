import type { QuietHours } from '../state/settings';
import { minuteMs } from '../time';

/**
 * When an alert due at `at` may be shown: at once, or at the first minute after quiet hours (both
 * in ms since the epoch). The wall clock counts, also on days with a clock change.
 */
export function afterQuietHours(hours: QuietHours, at: number): number {
  if (!isQuiet(hours, at)) return at;
  let minute = Math.ceil(at / minuteMs) * minuteMs;
  while (isQuiet(hours, minute)) minute += minuteMs;
  return minute;
}

/** If start and end are equal, quiet hours are off; otherwise they would last all day. */
function isQuiet({ on, from, to }: QuietHours, at: number): boolean {
  if (!on) return false;
  // `HH:MM`, as it is stored.
  const time = new Date(at).toTimeString().slice(0, 5);
  return from <= to ? from <= time && time < to : from <= time || time < to;
}
