import { i18n } from '#i18n';
import { dayMs, hourMs, minuteMs } from '../time';
import { language, onceFor } from './language';

/** The last moment a `Date` can hold (ms); its negative is the first. */
const endOfTime = 8.64e15;

const shortRelative = onceFor(
  (locale) => new Intl.RelativeTimeFormat(locale, { numeric: 'auto', style: 'short' }),
);
const longRelative = onceFor((locale) => new Intl.RelativeTimeFormat(locale, { numeric: 'auto' }));
const exact = onceFor(
  (locale) => new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short' }),
);
const timeOfDay = onceFor((locale) => new Intl.DateTimeFormat(locale, { timeStyle: 'short' }));
const weekday = onceFor(
  (locale) => new Intl.DateTimeFormat(locale, { weekday: 'short', month: 'short', day: 'numeric' }),
);
const monthAndDay = onceFor(
  (locale) => new Intl.DateTimeFormat(locale, { month: 'short', day: 'numeric' }),
);

/** `at` relative to `now` (ms since the epoch, both) in a few words: "2 min ago", "in 13 min". */
export function relativeTime(at: number, now: number, locale = language()): string {
  // English writes "hr." where products write "h". Full stops would end the sentence around it.
  return relative(at, now, shortRelative(locale))
    .replace(/\.(?=\s|$)/g, '')
    .replace(/\bhr\b/, 'h');
}

/**
 * The same in full words, for use in a sentence: "in 13 minutes".
 *
 * @param at ms since the epoch
 */
export function timeInWords(at: number, now: number, locale = language()): string {
  return relative(at, now, longRelative(locale));
}

function relative(at: number, now: number, format: Intl.RelativeTimeFormat): string {
  const moment = withinTime(at);
  const away = Math.abs(moment - now);
  const sign = Math.sign(moment - now);
  // Counting seconds would only be noise.
  if (away < minuteMs) return moment > now ? i18n.t('time.anyMoment') : i18n.t('time.justNow');
  const minutes = Math.round(away / minuteMs);
  if (minutes < 60) return format.format(sign * minutes, 'minute');
  const hours = Math.round(away / hourMs);
  const days = daysBetween(now, moment);
  // "Yesterday" is a calendar day, however many hours ago it was.
  if (hours < 24 || days === 0) return format.format(sign * hours, 'hour');
  return format.format(days, 'day');
}

const durations = onceFor((locale) => ({
  minute: new Intl.NumberFormat(locale, { style: 'unit', unit: 'minute', unitDisplay: 'long' }),
  hour: new Intl.NumberFormat(locale, { style: 'unit', unit: 'hour', unitDisplay: 'long' }),
  day: new Intl.NumberFormat(locale, { style: 'unit', unit: 'day', unitDisplay: 'long' }),
}));

/** A duration in its largest fitting unit: "45 minutes", "2 hours", "3 days". `ms`: its length. */
export function durationText(ms: number, locale = language()): string {
  const format = durations(locale);
  if (ms < hourMs) return format.minute.format(Math.floor(ms / minuteMs));
  if (ms < 2 * dayMs) return format.hour.format(Math.floor(ms / hourMs));
  return format.day.format(Math.floor(ms / dayMs));
}

/** Calendar days between two moments; negative where the second is earlier. */
function daysBetween(from: number, to: number): number {
  return Math.round((startOfDay(to) - startOfDay(from)) / dayMs);
}

/**
 * The exact date and time, written for people.
 *
 * @param at ms since the epoch
 */
export function exactTime(at: number, locale = language()): string {
  return exact(locale).format(withinTime(at));
}

/**
 * The exact time in ISO 8601.
 *
 * @param at ms since the epoch
 */
export function isoTime(at: number): string {
  return new Date(withinTime(at)).toISOString();
}

/** Clamps a moment to what a `Date` can hold. */
function withinTime(at: number): number {
  return Math.max(-endOfTime, Math.min(at, endOfTime));
}

/**
 * A moment in the coming days, as day and time: "today 14:30", "Thu 7 May 14:30".
 *
 * @param at ms since the epoch
 */
export function comingTime(at: number, now: number, locale = language()): string {
  return `${comingDay(at, now, locale)} ${timeOfDay(locale).format(at)}`;
}

function comingDay(at: number, now: number, locale: string): string {
  const days = daysBetween(now, at);
  if (days < 2) {
    return longRelative(locale).format(days, 'day');
  }
  return weekday(locale).format(at);
}

/** A day near or long ago: "Today", "Yesterday", "Thu, May 7". `start`: its midnight, in ms. */
export function dayInWords(start: number, now: number, locale = language()): string {
  const text =
    daysBetween(now, start) > -2 ? comingDay(start, now, locale) : weekday(locale).format(start);
  return text.charAt(0).toLocaleUpperCase(locale) + text.slice(1);
}

/** The days from one moment's to another's: "4 – 9 May". */
export function daySpan(from: number, to: number, locale = language()): string {
  return monthAndDay(locale).formatRange(from, to);
}

/** Midnight (ms) at the start of a moment's local day. */
export function startOfDay(at: number): number {
  return new Date(at).setHours(0, 0, 0, 0);
}
