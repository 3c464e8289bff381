import { serviceIds } from '../../services/registry';
import { compareNames } from '../../text/compare-names';
import type { AccountRow, DisplayStatus } from './account-row';
import { statusText } from './status-text';

/** What "Show" filters by. */
export type Filter = { by: 'all' } | { by: (typeof filterKinds)[number]; only: string };

const filterKinds = ['service', 'platform', 'client'] as const;

/** What accounts can be filtered by, besides the service. */
export interface FilterChoices {
  platforms: readonly string[];
  clients: readonly string[];
}

/** The platforms and clients of all accounts, each once, in the order in which they are shown. */
export function filterChoices(rows: readonly AccountRow[]): FilterChoices {
  const platforms = new Map(rows.map(({ platform, platformName }) => [platform, platformName]));
  return {
    platforms: [...platforms].sort(([, a], [, b]) => compareNames(a, b)).map(([name]) => name),
    clients: [...new Set(rows.map(({ client }) => client))].sort(compareNames),
  };
}

/** Drops a filter for a platform or client without accounts. */
export function stillIn({ platforms, clients }: FilterChoices, filter: Filter): Filter {
  const isGone =
    (filter.by === 'platform' && !platforms.includes(filter.only)) ||
    (filter.by === 'client' && !clients.includes(filter.only));
  return isGone ? { by: 'all' } : filter;
}

/** A filter as text, for a form field or a URL. */
export function filterName(filter: Filter): string {
  return filter.by === 'all' ? 'all' : `${filter.by} ${filter.only}`;
}

/** The filter that a text of {@link filterName} names; everything for any other text. */
export function filterNamed(text: string): Filter {
  const by = filterKinds.find((kind) => text.startsWith(`${kind} `));
  const only = text.slice(text.indexOf(' ') + 1);
  const isUnknown = by === 'service' && !serviceIds.some((id) => id === only);
  return by && only && !isUnknown ? { by, only } : { by: 'all' };
}

/** Returns a test whether a row passes the filter and contains every word of the query. */
export function matching(filter: Filter, query: string): (row: AccountRow) => boolean {
  const words = wordsOf(query);
  if (words.length === 0) return (row) => passes(row, filter);
  const labels = new Map<DisplayStatus, string>();
  return (row) => {
    if (!passes(row, filter)) return false;
    let text = texts.get(row);
    if (text === undefined) {
      const label = labels.get(row.status) ?? statusText(row.status);
      labels.set(row.status, label);
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
  return filter.by === 'all' || row[filter.by] === filter.only;
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
