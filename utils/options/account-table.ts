import type { AccountEvent } from '../accounts/history/event';
import { type Uptime, uptimeShare } from '../accounts/history/uptime';
import { platformName } from '../accounts/platform';
import { compareNames } from '../text/compare-names';
import { type Filter, matching, wordsOf } from '../view/account/account-filter';
import { listOf } from '../view/account/account-list';
import type { AccountRow } from '../view/account/account-row';

export const stateChoices = ['all', 'attention', 'not-checked', 'working', 'muted'] as const;
export type StateChoice = (typeof stateChoices)[number];

/** The filters of the accounts table. */
export interface Selection {
  query: string;
  filter: Filter;
  state: StateChoice;
}

export const everything: Selection = { query: '', filter: { by: 'all' }, state: 'all' };

/** The rows that match the filters, in their order. */
export function selectRows(
  rows: readonly AccountRow[],
  { query, filter, state }: Selection,
): AccountRow[] {
  const matches = matching(filter, query);
  return rows.filter((row) => isIn(state, row) && matches(row));
}

function isIn(state: StateChoice, row: AccountRow): boolean {
  switch (state) {
    case 'all':
      return true;
    case 'attention':
      return row.needsAttention;
    case 'not-checked':
      return listOf(row) === 'not-checked';
    case 'working':
      return !row.inTrouble && row.isChecked;
    case 'muted':
      return row.isMuted;
  }
}

/**
 * The events of the selected accounts. A removed account is matched by name and platform, as long
 * as no service or state is selected: it has neither.
 */
export function selectEvents(
  events: readonly AccountEvent[],
  all: readonly AccountRow[],
  shown: readonly AccountRow[],
  { query, filter, state }: Selection,
): readonly AccountEvent[] {
  if (state === 'all' && query.trim() === '' && filter.by === 'all') return events;
  const known = new Set(all.map(({ key }) => key));
  const selected = new Set(shown.map(({ key }) => key));
  const words = wordsOf(query);
  return events.filter(({ account, label, platform }) => {
    if (known.has(account)) return selected.has(account);
    if (state !== 'all' || filter.by === 'service') return false;
    if (filter.by === 'platform' && filter.only !== platform) return false;
    const text = [label, platform, platformName(platform)].join('\n').toLocaleLowerCase();
    return words.every((word) => text.includes(word));
  });
}

export const columns = ['account', 'status', 'client', 'since', 'past', 'uptime'] as const;
export type Column = (typeof columns)[number];

/** The table's order. Ascending by status puts the worst first. */
export interface Sort {
  column: Column;
  descending: boolean;
}

export const worstFirst: Sort = { column: 'status', descending: false };

/** The order after a click on a column's heading: reversed where it was that column's already. */
export function nextSort(sort: Sort, column: Column): Sort {
  if (sort.column === column) return { column, descending: !sort.descending };
  // People look for the latest change first.
  return { column, descending: column === 'since' };
}

/**
 * Sorts rows that come worst first. Equal rows keep their order.
 *
 * @param uptime of the row's account in the last days; `undefined` until it is known
 */
export function sortRows(
  rows: readonly AccountRow[],
  { column, descending }: Sort,
  uptime: ((row: AccountRow) => Uptime) | undefined,
): readonly AccountRow[] {
  const sign = descending ? -1 : 1;
  switch (column) {
    case 'status':
      return descending ? rows.toReversed() : rows;
    case 'account':
      return rows.toSorted((a, b) => sign * compareNames(a.label, b.label));
    case 'client':
      return rows.toSorted((a, b) => sign * byClient(a, b));
    case 'since':
      return rows.toSorted((a, b) => byNumber(a.since, b.since, sign));
    case 'past':
    case 'uptime': {
      const shares = new Map(rows.map((row) => [row, uptime && uptimeShare(uptime(row))]));
      return rows.toSorted((a, b) => byNumber(shares.get(a), shares.get(b), sign));
    }
  }
}

function byClient(a: AccountRow, b: AccountRow): number {
  return compareNames(a.client, b.client) || compareNames(a.serviceName, b.serviceName);
}

/** What is unknown comes last in either direction. */
function byNumber(a: number | undefined, b: number | undefined, sign: number): number {
  if (a === undefined || b === undefined) {
    return Number(a === undefined) - Number(b === undefined);
  }
  return sign * (a - b);
}
