import { language, onceFor } from '../language';

const steps = [
  { unit: 'minute', ms: 60_000, upTo: 60 },
  { unit: 'hour', ms: 3_600_000, upTo: 24 },
  { unit: 'day', ms: 86_400_000, upTo: Number.POSITIVE_INFINITY },
] as const satisfies readonly { unit: Intl.RelativeTimeFormatUnit; ms: number; upTo: number }[];

/** The last moment that a `Date` can hold (ms), and the first one but for its sign. */
const endOfTime = 8.64e15;

const shortRelative = onceFor(
  (locale) => new Intl.RelativeTimeFormat(locale, { numeric: 'auto', style: 'short' }),
);
const longRelative = onceFor((locale) => new Intl.RelativeTimeFormat(locale, { numeric: 'auto' }));
const exact = onceFor(
  (locale) => new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short' }),
);

/** `at` as seen from `now` (both ms since the epoch) in a few words: "2 min. ago", "in 13 min.". */
export function relativeTime(at: number, now: number, locale = language()): string {
  return relative(at, now, shortRelative(locale));
}

/** The same to stand in a sentence, whose full stop is its own: "in 13 minutes". */
export function timeInWords(at: number, now: number, locale = language()): string {
  return relative(at, now, longRelative(locale));
}

function relative(at: number, now: number, format: Intl.RelativeTimeFormat): string {
  const away = withinTime(at) - now;
  // To count seconds would only be noise.
  if (Math.abs(away) < 60_000) return format.format(0, 'second');
  const counted = steps.map((step) => ({ ...step, count: Math.round(Math.abs(away) / step.ms) }));
  const step = counted.find(({ count, upTo }) => count < upTo);
  return step ? format.format(step.count * Math.sign(away), step.unit) : '';
}

/** The exact date and time, as a person writes it. */
export function exactTime(at: number, locale = language()): string {
  return exact(locale).format(withinTime(at));
}

/** The same for machines, in ISO 8601. */
export function isoTime(at: number): string {
  return new Date(withinTime(at)).toISOString();
}

/** A moment beyond time, which nothing can be said of, is the last or the first one. */
function withinTime(at: number): number {
  return Math.max(-endOfTime, Math.min(at, endOfTime));
}

/** A moment in the coming days by its day and time: "today 14:30", "Thu 7 May 14:30". */
export function comingTime(at: number, now: number, locale = language()): string {
  const time = new Intl.DateTimeFormat(locale, { timeStyle: 'short' }).format(at);
  return `${comingDay(at, now, locale)} ${time}`;
}

function comingDay(at: number, now: number, locale: string): string {
  const days = Math.round((startOfDay(at) - startOfDay(now)) / 86_400_000);
  if (days < 2) {
    return longRelative(locale).format(days, 'day');
  }
  const parts = { weekday: 'short', month: 'short', day: 'numeric' } as const;
  return new Intl.DateTimeFormat(locale, parts).format(at);
}

/** The days from one to another, each told by a moment of it: "4 – 9 May". */
export function daySpan(from: number, to: number, locale = language()): string {
  const format = new Intl.DateTimeFormat(locale, { month: 'short', day: 'numeric' });
  return format.formatRange(from, to);
}

/** The midnight (ms) that a moment's day began with, by the calendar here. */
export function startOfDay(at: number): number {
  return new Date(at).setHours(0, 0, 0, 0);
}
