import type { Uptime } from '../accounts/history/uptime';
import { onceFor } from '../text/language';
import { durationText } from '../text/relative-time';
import type { AccountRow } from '../view/account/account-row';
import { uptimeText } from '../view/account/past-text';
import { statusMessages } from '../view/account/status-text';
import type { Report, ReportedInterruption } from './report';
import type { Translator } from './translator';

const dateFormats = onceFor((tag) => ({
  day: new Intl.DateTimeFormat(tag, { dateStyle: 'medium' }),
  moment: new Intl.DateTimeFormat(tag, { dateStyle: 'medium', timeStyle: 'short' }),
}));

/** How a report says times and shares, in its own language. */
export function formatsIn({ tag }: Translator) {
  const { day, moment } = dateFormats(tag);
  return {
    day: (at: number) => day.format(at),
    moment: (at: number) => moment.format(at),
    /** The last moment of a period belongs to the day before. */
    period: (from: number, to: number) => day.formatRange(from, to - 1),
    duration: (ms: number) => durationText(ms, tag),
    share: (uptime: Uptime) => uptimeText(uptime, tag),
  };
}

/** The cells of an interruption: what, when it began and ended, and how long it lasted. */
export function interruptionTexts(one: ReportedInterruption, translator: Translator) {
  const { t } = translator;
  const { moment, day, duration } = formatsIn(translator);
  return {
    kind: one.kinds.map((kind) => t(statusMessages[kind])).join(', '),
    began: one.isOlder ? t('report.before', [day(one.began)]) : moment(one.began),
    ended: one.ended === undefined ? t('report.ongoing') : moment(one.ended),
    length: duration(one.downMs),
  };
}

/** The whole report as plain text, for a mail. */
export function reportText(report: Report, title: string, translator: Translator): string {
  const { t, plural } = translator;
  const { share, period, day } = formatsIn(translator);
  const { from, to } = report.period;
  /** Said of an account that wasn't watched all the time. */
  const sinceText = ({ firstSeenAt }: AccountRow, from: number) =>
    firstSeenAt > from ? ` · ${t('account.card.firstSeen')}: ${day(firstSeenAt)}` : '';
  return [
    title,
    period(from, to),
    '',
    `${plural('report.accounts', report.accounts.length)} · ${t('report.uptime', [share(report.uptime)])} · ${plural('report.interruptionCount', report.interruptions.length)}`,
    '',
    ...report.accounts.map(
      ({ row, uptime }) =>
        `${row.label} (${row.platformName}, ${row.client}): ${share(uptime)}${sinceText(row, from)}`,
    ),
    ...(report.interruptions.length > 0 ? ['', t('report.interruptions')] : []),
    ...report.interruptions.map((one) => {
      const { kind, began, ended, length } = interruptionTexts(one, translator);
      return `- ${one.row.label} (${one.row.platformName}): ${kind}, ${began} – ${ended} (${length})`;
    }),
    '',
    t('report.method'),
  ].join('\n');
}
