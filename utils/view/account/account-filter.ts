import type { ServiceId } from '../../services/registry';
import type { AccountRow, StatusWord } from './account-row';
import { statusText } from './status-text';

/** What "Show" filters by. */
export type Filter =
  | { by: 'all' }
  | { by: 'service'; service: ServiceId }
  | { by: 'platform'; platform: string };

/** The platforms of all accounts, each once. */
export function platformsOf(rows: readonly AccountRow[]): string[] {
  return [...new Set(rows.map(({ platform }) => platform))];
}

/** Drops a filter for a platform without accounts. */
export function stillIn(platforms: readonly string[], filter: Filter): Filter {
  const isGone = filter.by === 'platform' && !platforms.includes(filter.platform);
  return isGone ? { by: 'all' } : filter;
}

/** Returns a test whether a row passes the filter and contains every word of the query. */
export function matching(filter: Filter, query: string): (row: AccountRow) => boolean {
  const words = wordsOf(query);
  if (words.length === 0) return (row) => passes(row, filter);
  const labels = new Map<StatusWord, string>();
  return (row) => {
    if (!passes(row, filter)) return false;
    let text = texts.get(row);
    if (text === undefined) {
      const label = labels.get(row.word) ?? statusText(row.word);
      labels.set(row.word, label);
      text = textOf(row, label);
      texts.set(row, text);
    }
    return words.every((word) => text.includes(word));
  };
}

/** The searchable text of each row, so that typing a letter doesn't build 10,000 of them again. */
const texts = new WeakMap<AccountRow, string>();

/** The words to search for, in lower case. */
export function wordsOf(query: string): string[] {
  return query.toLocaleLowerCase().split(/\s+/).filter(Boolean);
}

function passes(row: AccountRow, filter: Filter): boolean {
  switch (filter.by) {
    case 'all':
      return true;
    case 'service':
      return row.service === filter.service;
    case 'platform':
      return row.platform === filter.platform;
  }
}

function textOf(row: AccountRow, statusLabel: string): string {
  return [
    row.label,
    row.name,
    row.platformName,
    row.platform,
    row.profileName,
    row.connectionLabel,
    row.serviceName,
    statusLabel,
  ]
    .join('\n')
    .toLocaleLowerCase();
}
