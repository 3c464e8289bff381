import { i18n } from '#i18n';
import type { DayState } from '../../accounts/history/daily-status';
import { numberText, plural } from '../../text/language';
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
