import type { ComponentChildren, RefObject } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { i18n } from '#i18n';
import type { RepairAction } from '@/components/PrimaryAction';
import { useVirtualRows, wholeUpTo } from '@/components/use-virtual-rows';
import type { DayState } from '@/utils/accounts/history/daily-status';
import { type Column, columns, type Sort } from '@/utils/options/account-table';
import type { AccountRow } from '@/utils/view/account/account-row';
import { AccountCells } from './AccountCells';
import { SortableHeading } from './SortableHeading';

/** The row heights in px that accounts.css sets in a long table. */
const rowHeight = 60;
const tallRowHeight = 76;

interface Props {
  /** Sorted as `sort` says. */
  rows: readonly AccountRow[];
  sort: Sort;
  onSort: (sort: Sort) => void;
  daysOf: ((row: AccountRow) => readonly DayState[]) | undefined;
  now: number;
  loadPictures: boolean;
  /** The key of the account to highlight. */
  selected: string | undefined;
  labelledBy: string;
  onAction: (action: RepairAction, row: AccountRow) => Promise<void>;
}

/** The accounts as a table. A long one renders only its visible rows. */
export function AccountTable(props: Props) {
  const { rows, sort, onSort, labelledBy } = props;
  const scroller = useRef<HTMLDivElement>(null);
  const isWhole = rows.length <= wholeUpTo;
  // A new order starts at the top.
  useLayoutEffect(() => {
    if (scroller.current) scroller.current.scrollTop = 0;
  }, [sort]);
  return (
    <div ref={scroller} class={isWhole ? 'table' : 'table windowed'}>
      <table aria-labelledby={labelledBy} aria-rowcount={rows.length + 1}>
        <thead>
          <tr aria-rowindex={1}>
            {columns.map((column) => (
              <SortableHeading key={column} column={column} sort={sort} onSort={onSort}>
                {columnText(column)}
              </SortableHeading>
            ))}
            <th scope="col" class="action">
              {i18n.t('options.accounts.action')}
            </th>
          </tr>
        </thead>
        {isWhole ? <WholeBody {...props} /> : <WindowedBody {...props} scroller={scroller} />}
      </table>
    </div>
  );
}

function WholeBody(props: Props) {
  return (
    <tbody>
      {props.rows.map((row, i) => (
        <tr key={row.key} aria-rowindex={i + 2} aria-current={currentIn(props, row)}>
          {cellsOf(props, row)}
        </tr>
      ))}
    </tbody>
  );
}

function WindowedBody({ scroller, ...props }: Props & { scroller: RefObject<HTMLElement | null> }) {
  const { shown, end, total } = useVirtualRows({ rows: props.rows, heightOf, scroller });
  return (
    <tbody>
      <Space height={shown[0]?.start ?? 0} />
      {shown.map(({ row, index }) => (
        <tr
          key={row.key}
          class={isTall(row) ? 'tall' : undefined}
          aria-rowindex={index + 2}
          aria-current={currentIn(props, row)}
        >
          {cellsOf(props, row)}
        </tr>
      ))}
      <Space height={total - end} />
    </tbody>
  );
}

/** Rows in trouble have more to say. */
function isTall({ inTrouble, isMuted }: AccountRow): boolean {
  return inTrouble || isMuted;
}

function heightOf(row: AccountRow): number {
  return isTall(row) ? tallRowHeight : rowHeight;
}

/** Fills the space of rows that aren't rendered. */
function Space({ height }: { height: number }) {
  return (
    // biome-ignore lint/a11y/noAriaHiddenOnFocusable: a row without a cell to focus is nothing to focus
    <tr class="space" aria-hidden="true">
      <td colSpan={columns.length + 1} style={{ height: `${height}px` }} />
    </tr>
  );
}

function currentIn({ selected }: Props, { key }: AccountRow): 'true' | undefined {
  return key === selected ? 'true' : undefined;
}

function cellsOf({ daysOf, now, loadPictures, onAction }: Props, row: AccountRow) {
  const days = daysOf?.(row);
  const cells = { row, days, now, loadPictures, onAction };
  return <AccountCells {...cells} />;
}

function columnText(column: Column): ComponentChildren {
  switch (column) {
    case 'account':
      return i18n.t('options.accounts.account');
    case 'status':
      return i18n.t('options.accounts.status');
    case 'service':
      return i18n.t('options.accounts.service');
    case 'since':
      return i18n.t('options.accounts.since');
    case 'past':
      return i18n.t('options.accounts.past');
  }
}
