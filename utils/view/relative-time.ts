const steps = [
  { unit: 'second', ms: 1_000, below: 60_000 },
  { unit: 'minute', ms: 60_000, below: 3_600_000 },
  { unit: 'hour', ms: 3_600_000, below: 86_400_000 },
  { unit: 'day', ms: 86_400_000, below: Number.POSITIVE_INFINITY },
] as const satisfies readonly { unit: Intl.RelativeTimeFormatUnit; ms: number; below: number }[];

/** `at` as seen from `now` (both ms since the epoch) in a few words: "2 min. ago", "in 13 min.". */
export function relativeTime(at: number, now: number, locale?: string): string {
  const away = at - now;
  const format = new Intl.RelativeTimeFormat(locale, { numeric: 'auto', style: 'short' });
  // Under a minute, counting seconds would only be noise.
  if (Math.abs(away) < 45_000) return format.format(0, 'second');
  const step = steps.find(({ below }) => Math.abs(away) < below);
  return step ? format.format(Math.round(away / step.ms) || Math.sign(away), step.unit) : '';
}

/** The exact date and time, as a person writes it. */
export function exactTime(at: number, locale?: string): string {
  return new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short' }).format(at);
}
