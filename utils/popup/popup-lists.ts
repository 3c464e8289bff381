import type { ListName } from '../view/account/account-list';

/** What of a list is still to come: accounts, how many of them have an extra line, and clients. */
export interface ListToLoad {
  rows: number;
  withNote: number;
  groups: number;
}

export type RowsToLoad = Record<ListName, ListToLoad>;
