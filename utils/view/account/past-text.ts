import { i18n } from '#i18n';
import type { DayState } from '../../accounts/history/condition-changes';
import { type Uptime, uptimeShare } from '../../accounts/history/uptime';
import { language, numberText, onceFor, plural } from '../../text/language';
import { daySpan, durationText } from '../../text/relative-time';
import { dayMs } from '../../time';
import { summaryOf } from './account-past';
import { statusText } from './status-text';

/**
 * The last days of an account in a sentence: "Issues on 4 of 90 days"
 *
 * @param inTrouble whether it is now
 */
export function pastText(days: readonly DayState[], inTrouble: boolean): string {
  const summary = summaryOf(days, inTrouble);
  switch (summary.kind) {
    case 'not-watched':
      return i18n.t('past.notWatched');
    case 'well':
      return plural('past.well', summary.days);
    case 'broken':
      return plural('past.broken', summary.days);
    case 'mixed':
      return summary.days === 1
        ? i18n.t('past.mixedToday')
        : plural('past.mixed', summary.days, numberText(summary.troubled));
  }
}

/** A day's state in a word or two. */
export function dayText(state: DayState): string {
  switch (state) {
    case 'working':
      return i18n.t('past.day.working');
    case 'absent':
      return i18n.t('past.day.notWatched');
    default:
      return statusText(state);
  }
}

/**
 * One of the last days: its date, its state, and how long that lasted: "12 Nov · Expired · 3 days"
 *
 * @param day its index in `days`; `undefined` is returned for none of them
 * @param dayStarts when each began (ms since the epoch)
 */
export function dayOfRun(
  day: number,
  days: readonly DayState[],
  dayStarts: readonly number[],
): string | undefined {
  const state = days[day];
  const start = dayStarts[day];
  if (state === undefined || start === undefined) return undefined;
  const from = days.findLastIndex((other, i) => i < day && other !== state) + 1;
  const after = days.findIndex((other, i) => i > day && other !== state);
  const length = (after === -1 ? days.length : after) - from;
  return [daySpan(start, start), dayText(state), durationText(length * dayMs)].join(' · ');
}

const percent = onceFor(
  (tag) => new Intl.NumberFormat(tag, { style: 'percent', maximumFractionDigits: 1 }),
);

/** An uptime in percent: "99.4%"; a dash where nothing was monitored. `tag`: BCP 47. */
export function uptimeText(uptime: Uptime, tag = language()): string {
  const share = uptimeShare(uptime);
  return share === undefined ? '–' : percent(tag).format(share);
}
