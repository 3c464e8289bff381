import type { Route } from '../route';
import { filterName, filterNamed } from '../view/account/account-filter';
import {
  type Column,
  columns,
  everything,
  type Selection,
  type Sort,
  stateChoices,
  worstFirst,
} from './account-table';

/** How the accounts table is shown. The URL keeps it, so that a view can be bookmarked. */
export interface TableOptions {
  selection: Selection;
  sort: Sort;
  groupedByClient: boolean;
  hidden: readonly HideableColumn[];
}

/** The columns that can be hidden: all but the account itself. */
export const hideableColumns = columns.filter((column) => column !== 'account');
export type HideableColumn = Exclude<Column, 'account'>;

export type AccountsRoute = Extract<Route, { view: 'accounts' }>;

/** Reads the options from a route. Anything else in it falls back to the default. */
export function tableOptionsIn({
  search,
  show,
  state,
  sort,
  group,
  hide,
}: AccountsRoute): TableOptions {
  const [, sign, name] = /^(-?)(.*)$/.exec(sort ?? '') ?? [];
  const column = columns.find((one) => one === name);
  const hiddenNames = hide?.split(' ') ?? [];
  return {
    selection: {
      query: search ?? everything.query,
      filter: filterNamed(show ?? ''),
      state: stateChoices.find((one) => one === state) ?? everything.state,
    },
    sort: column ? { column, descending: sign === '-' } : worstFirst,
    groupedByClient: group === 'client',
    hidden: hideableColumns.filter((one) => hiddenNames.includes(one)),
  };
}

/** The route that keeps the options. Defaults are left out, so that the plain view has a plain URL. */
export function routeWith(
  { selection, sort, groupedByClient, hidden }: TableOptions,
  account: string | undefined,
): AccountsRoute {
  const isDefaultOrder =
    sort.column === worstFirst.column && sort.descending === worstFirst.descending;
  return {
    view: 'accounts',
    ...(account !== undefined && { account }),
    ...(selection.query && { search: selection.query }),
    ...(selection.filter.by !== 'all' && { show: filterName(selection.filter) }),
    ...(selection.state !== 'all' && { state: selection.state }),
    ...(!isDefaultOrder && { sort: `${sort.descending ? '-' : ''}${sort.column}` }),
    ...(groupedByClient && { group: 'client' }),
    ...(hidden.length > 0 && { hide: hidden.join(' ') }),
  };
}
