import { i18n } from '#i18n';
import type { DayState } from '../../accounts/history/condition-changes';
import { runsOf } from '../../accounts/history/daily-status';
import { type Uptime, uptimeShare } from '../../accounts/history/uptime';
import { language, numberText, onceFor, plural } from '../../text/language';
import { daySpan, durationText } from '../../text/relative-time';
import { dayMs } from '../../time';
import { statusText } from './status-text';

/**
 * The last days of an account in a sentence: "Issues on 4 of 90 days"
 *
 * @param inTrouble whether it is now
 */
export function pastText(days: readonly DayState[], inTrouble: boolean): string {
  const watched = days.filter((state) => state !== 'absent');
  const troubled = watched.filter((state) => state !== 'working').length;
  if (watched.length === 0) return i18n.t('past.notWatched');
  if (troubled === 0) return plural('past.well', watched.length);
  const lately = watched.length - 1 - watched.lastIndexOf('working');
  if (inTrouble && lately === troubled) return plural('past.broken', troubled);
  if (watched.length === 1) return i18n.t('past.mixedToday');
  return plural('past.mixed', watched.length, numberText(troubled));
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
  const run = runsOf(days).find(({ from, to }) => from <= day && day < to);
  const start = dayStarts[day];
  if (!run || start === undefined) return undefined;
  const length = durationText((run.to - run.from) * dayMs);
  return [daySpan(start, start), dayText(run.state), length].join(' · ');
}

const percent = onceFor(
  (tag) => new Intl.NumberFormat(tag, { style: 'percent', maximumFractionDigits: 1 }),
);

/** An uptime in percent: "99.4%"; a dash where nothing was monitored. `tag`: BCP 47. */
export function uptimeText(uptime: Uptime, tag = language()): string {
  const share = uptimeShare(uptime);
  return share === undefined ? '–' : percent(tag).format(share);
}
