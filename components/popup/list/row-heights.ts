import type { ListToLoad } from '@/utils/popup/popup-lists';
import type { Density } from '@/utils/state/settings';
import { hasNote } from '@/utils/view/account/account-note';
import type { AccountRow } from '@/utils/view/account/account-row';

/** The heights in px that popup.css sets, for rows of two and of three lines, and client headings. */
const heights: Readonly<Record<Density, { row: number; withNote: number; group: number }>> = {
  comfortable: { row: 54, withNote: 70, group: 36 },
  compact: { row: 44, withNote: 58, group: 30 },
};

/** The height of a row in px. The same function each time, so that lists don't lay out anew. */
export const rowHeightIn: Readonly<Record<Density, (row: AccountRow) => number>> = {
  comfortable: heightIn('comfortable'),
  compact: heightIn('compact'),
};

function heightIn(density: Density) {
  const { row: plain, withNote } = heights[density];
  return (row: AccountRow) => (hasNote(row) ? withNote : plain);
}

/** The height in px that is still missing from a list. */
export function heightToLoad(list: ListToLoad | undefined, density: Density): number {
  const { rows, withNote, groups } = list ?? { rows: 0, withNote: 0, groups: 0 };
  const height = heights[density];
  return (rows - withNote) * height.row + withNote * height.withNote + groups * height.group;
}
