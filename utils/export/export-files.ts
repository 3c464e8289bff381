import type { AccountEvent } from '../accounts/history/event';
import { platformName } from '../accounts/platform';
import { isoTime } from '../text/relative-time';
import type { AccountRow } from '../view/account/account-row';
import { csvFile } from './csv';
import { datedFile, type ExportFile } from './save-file';

/** Scripts find columns by these names, so they are the same in every language. */
const accountColumns: readonly (readonly [string, (row: AccountRow) => string | undefined])[] = [
  ['Service', ({ serviceName }) => serviceName],
  ['Connection', ({ connectionLabel }) => connectionLabel],
  ['Profile', ({ profileName }) => profileName],
  ['Platform', ({ platformName }) => platformName],
  ['Handle', ({ handle }) => handle],
  ['Name', ({ name, handle, label }) => name ?? (handle ? undefined : label)],
  ['Status', ({ status }) => status],
  ['Since', ({ since }) => timeOrNothing(since)],
  ['Needs attention', ({ needsAttention }) => yesOrNo(needsAttention)],
  ['Muted', ({ isMuted }) => yesOrNo(isMuted)],
  ['Posts at risk', ({ atRisk }) => atRisk && String(atRisk.posts)],
  ['Next post', ({ atRisk }) => timeOrNothing(atRisk?.nextAt)],
  ['lastSeenAt', ({ lastSeenAt }) => timeOrNothing(lastSeenAt)],
  ['First seen', ({ firstSeenAt }) => isoTime(firstSeenAt)],
  ['Account ID', ({ id }) => id],
  ['Platform account ID', ({ platformAccountId }) => platformAccountId],
  ['Reference', ({ key }) => key],
  ['Client', ({ client }) => client],
];

/** @param now ms since the epoch */
export function accountsCsv(rows: readonly AccountRow[], now: number): ExportFile {
  const text = csvFile([
    accountColumns.map(([name]) => name),
    ...rows.map((row) => accountColumns.map(([, cellOf]) => cellOf(row) || '')),
  ]);
  return datedFile('accounts', 'csv', text, now);
}

/**
 * Latest event first, as on the page. Events of removed accounts have no service or client.
 *
 * @param rows the known accounts
 * @param now ms since the epoch
 */
export function historyCsv(
  events: readonly AccountEvent[],
  rows: readonly AccountRow[],
  now: number,
): ExportFile {
  const text = csvFile([
    ['At', 'Account', 'Platform', 'From', 'To', 'Reference', 'Service', 'Connection', 'Client'],
    ...historyEntries(events, rows).map((entry) =>
      Object.values(entry).map((value) => value ?? ''),
    ),
  ]);
  return datedFile('history', 'csv', text, now);
}

/** The same as JSON. `now`: ms since the epoch. */
export function historyJson(
  events: readonly AccountEvent[],
  rows: readonly AccountRow[],
  now: number,
): ExportFile {
  const whole = { exportedAt: isoTime(now), events: historyEntries(events, rows) };
  return datedFile('history', 'json', `${JSON.stringify(whole, null, 2)}\n`, now);
}

/** Their keys and order are those of both files. */
function historyEntries(events: readonly AccountEvent[], rows: readonly AccountRow[]) {
  const rowOf = new Map(rows.map((row) => [row.key, row]));
  return events.toReversed().map(({ at, label, platform, from, to, account }) => ({
    at: isoTime(at),
    account: label,
    platform: platformName(platform),
    from,
    to,
    reference: account,
    service: rowOf.get(account)?.serviceName,
    connection: rowOf.get(account)?.connectionLabel,
    client: rowOf.get(account)?.client,
  }));
}

function timeOrNothing(at: number | undefined): string {
  return at === undefined ? '' : isoTime(at);
}

function yesOrNo(is: boolean): string {
  return is ? 'yes' : 'no';
}
