import type { AccountRow } from '../view/account/account-row';

/** The popup's lists, in order. */
export const listNames = ['attention', 'not-checked', 'connected', 'muted'] as const;
export type ListName = (typeof listNames)[number];

/** What of a list is still to come: accounts, how many of them have an extra line, and clients. */
export interface ListToLoad {
  rows: number;
  withNote: number;
  groups: number;
}

export type RowsToLoad = Record<ListName, ListToLoad>;

/** The list an account belongs to. */
export function listOf({ inTrouble, needsAttention, isChecked }: AccountRow): ListName {
  if (needsAttention) return 'attention';
  if (!isChecked) return 'not-checked';
  return inTrouble ? 'muted' : 'connected';
}
