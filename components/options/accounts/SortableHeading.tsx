import type { ComponentChildren } from 'preact';
import { type Column, nextSort, type Sort } from '@/utils/options/account-table';
import ArrowDown from '~icons/lucide/arrow-down';
import ArrowUp from '~icons/lucide/arrow-up';
import ChevronsUpDown from '~icons/lucide/chevrons-up-down';

interface Props {
  column: Column;
  sort: Sort;
  onSort: (sort: Sort) => void;
  children: ComponentChildren;
}

/** A column heading that sorts the table. Pressing it again reverses the order. */
export function SortableHeading({ column, sort, onSort, children }: Props) {
  const isSorted = sort.column === column;
  const Icon = !isSorted ? ChevronsUpDown : sort.descending ? ArrowDown : ArrowUp;
  return (
    <th
      scope="col"
      class={`by-${column}`}
      aria-sort={!isSorted ? undefined : sort.descending ? 'descending' : 'ascending'}
    >
      <button type="button" onClick={() => onSort(nextSort(sort, column))}>
        {children} <Icon />
      </button>
    </th>
  );
}
