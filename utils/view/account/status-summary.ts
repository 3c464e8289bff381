import { i18n } from '#i18n';
import { plural } from '../../text/language';
import { exactTime } from '../../text/relative-time';
import { listOf } from './account-list';
import { noteText } from './account-note';
import type { AccountRow } from './account-row';
import { statusText } from './status-text';

/**
 * The state of accounts as plain text for a mail or a chat: a sentence, and a line for each account
 * that needs attention.
 *
 * @param title whose accounts they are; absent for everybody's
 * @param now ms since the epoch
 */
export function statusSummary(
  rows: readonly AccountRow[],
  title: string | undefined,
  now: number,
): string {
  const broken = rows.filter(({ needsAttention }) => needsAttention);
  const unchecked = rows.filter((row) => listOf(row) === 'not-checked').length;
  const state =
    broken.length > 0
      ? plural('popup.heading.attention', broken.length)
      : unchecked > 0
        ? plural('popup.notChecked', unchecked)
        : plural('popup.heading.well', rows.length);
  const head = i18n.t('account.summary.head', [title ?? i18n.t('options.title'), exactTime(now)]);
  return [head, state, ...broken.map((row) => `- ${lineOf(row, now)}`)].join('\n');
}

function lineOf(row: AccountRow, now: number): string {
  const { label, platformName, client, status, since } = row;
  return [
    `${label} (${platformName}, ${client}): ${statusText(status)}`,
    since !== undefined && i18n.t('account.summary.since', [exactTime(since)]),
    noteText(row, now),
  ]
    .filter(Boolean)
    .join(' · ');
}

/** A message that asks a client to reconnect an account: often only they have the password. */
export function messageForClient({ label, platformName, serviceName, dashboardUrl }: AccountRow) {
  return i18n.t('account.messageText', {
    who: label,
    platform: platformName,
    service: serviceName,
    url: dashboardUrl,
  });
}
