import type { AccountRow } from '../view/account/account-row';

/** The popup's lists, in order. */
export const listNames = ['attention', 'not-checked', 'connected', 'muted'] as const;
export type ListName = (typeof listNames)[number];

/** How many accounts of each list are still to come, and how many of them have an extra line. */
export type RowsToLoad = Record<ListName, { rows: number; withNote: number }>;

/** The list an account belongs to. */
export function listOf({ inTrouble, needsAttention, isChecked }: AccountRow): ListName {
  if (needsAttention) return 'attention';
  if (!isChecked) return 'not-checked';
  return inTrouble ? 'muted' : 'connected';
}
