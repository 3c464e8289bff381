import type { AccountRow } from './account-row';

/** The lists in which accounts are shown, in order. */
export const listNames = ['attention', 'not-checked', 'connected', 'muted'] as const;
export type ListName = (typeof listNames)[number];

/** The list an account belongs to. */
export function listOf({ inTrouble, needsAttention, isChecked }: AccountRow): ListName {
  if (needsAttention) return 'attention';
  if (!isChecked) return 'not-checked';
  return inTrouble ? 'muted' : 'connected';
}
