import type { AccountRow } from '../view/account-row';

/** The popup's lists, in their order. */
export const listNames = ['attention', 'not-checked', 'connected', 'muted'] as const;
export type ListName = (typeof listNames)[number];

/** How many accounts of each list are to come, and how many of them have a line more than others. */
export type Unread = Record<ListName, { rows: number; withNote: number }>;

/** The list that an account is in. */
export function listOf({ inTrouble, needsAttention, isChecked }: AccountRow): ListName {
  if (needsAttention) return 'attention';
  if (!isChecked) return 'not-checked';
  return inTrouble ? 'muted' : 'connected';
}
