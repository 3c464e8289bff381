import type { RefObject } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { i18n } from '#i18n';
import { useVirtualRows, wholeUpTo } from '@/components/use-virtual-rows';
import type { Sort } from '@/utils/options/account-table';
import type { TableItem } from '@/utils/options/table-items';
import type { Density } from '@/utils/state/settings';
import type { AccountRow } from '@/utils/view/account/account-row';
import type { BulkAction } from '@/utils/view/account/act-on-account';
import type { ClientGroup } from '@/utils/view/account/client-groups';
import { AccountCells, type CellsProps } from './AccountCells';
import { columnTexts } from './column-texts';
import { GroupRow } from './GroupRow';
import { SortableHeading } from './SortableHeading';

/**
 * The row heights in px that accounts.css sets in a long table. The same function each time, so that
 * the rows aren't laid out anew.
 */
const heightIn: Readonly<Record<Density, (item: TableItem) => number>> = {
  comfortable: heightOf({ row: 44, tall: 60, group: 36 }),
  compact: heightOf({ row: 34, tall: 52, group: 36 }),
};

interface Props extends CellsProps {
  items: readonly TableItem[];
  density: Density;
  sort: Sort;
  onSort: (sort: Sort) => void;
  /** The key of the account to highlight. */
  selected: string | undefined;
  labelledBy: string;
  /** Whether every account shown is chosen. */
  areAllChosen: boolean;
  onChooseAll: (chosen: boolean) => void;
  onToggle: (group: ClientGroup, isOpen: boolean) => void;
  onCopyStatus: (group: ClientGroup) => void;
  onBulk: (action: BulkAction, rows: readonly AccountRow[]) => void;
}

/** The accounts as a table. A long one renders only its visible rows. */
export function AccountTable(props: Props) {
  const { items, columns, sort, onSort, labelledBy, areAllChosen, onChooseAll } = props;
  const scroller = useRef<HTMLDivElement>(null);
  const isWhole = items.length <= wholeUpTo;
  // A new order starts at the top.
  useLayoutEffect(() => {
    if (scroller.current) scroller.current.scrollTop = 0;
  }, [sort]);
  return (
    <div ref={scroller} class={isWhole ? 'table' : 'table windowed'}>
      <table aria-labelledby={labelledBy} aria-rowcount={items.length + 1}>
        <thead>
          <tr aria-rowindex={1}>
            <th scope="col" class="choose">
              <input
                type="checkbox"
                aria-label={i18n.t('options.accounts.chooseAll')}
                checked={areAllChosen}
                onChange={({ currentTarget }) => onChooseAll(currentTarget.checked)}
              />
            </th>
            {columns.map((column) => (
              <SortableHeading key={column} column={column} sort={sort} onSort={onSort}>
                {i18n.t(columnTexts[column])}
              </SortableHeading>
            ))}
            <th scope="col" class="row-actions">
              <span class="for-readers">{i18n.t('options.accounts.action')}</span>
            </th>
          </tr>
        </thead>
        {isWhole ? (
          <tbody>
            {items.map((item, index) => (
              <ItemRow key={keyOf(item)} item={item} index={index} {...props} />
            ))}
          </tbody>
        ) : (
          <WindowedBody {...props} scroller={scroller} />
        )}
      </table>
    </div>
  );
}

function WindowedBody({ scroller, ...props }: Props & { scroller: RefObject<HTMLElement | null> }) {
  const { shown, end, total } = useVirtualRows({
    rows: props.items,
    heightOf: heightIn[props.density],
    scroller,
  });
  const columns = props.columns.length + 2;
  return (
    <tbody>
      <Space height={shown[0]?.start ?? 0} columns={columns} />
      {shown.map(({ row: item, index }) => (
        <ItemRow key={keyOf(item)} item={item} index={index} {...props} />
      ))}
      <Space height={total - end} columns={columns} />
    </tbody>
  );
}

function ItemRow({ item, index, ...props }: Props & { item: TableItem; index: number }) {
  const { columns, pasts, now, selected, onToggle, onCopyStatus, onBulk } = props;
  if (item.kind === 'group') {
    return (
      <tr class="group" aria-rowindex={index + 2}>
        <GroupRow
          group={item.group}
          isOpen={item.isOpen}
          columns={columns.length + 2}
          pasts={pasts}
          now={now}
          onToggle={() => onToggle(item.group, item.isOpen)}
          onCopyStatus={() => onCopyStatus(item.group)}
          onBulk={(action) => onBulk(action, item.group.rows)}
        />
      </tr>
    );
  }
  const { row } = item;
  return (
    <tr
      class={isTall(row) ? 'tall' : undefined}
      aria-rowindex={index + 2}
      aria-current={row.key === selected ? 'true' : undefined}
    >
      <AccountCells row={row} {...props} />
    </tr>
  );
}

function keyOf(item: TableItem): string {
  return item.kind === 'group' ? `client ${item.group.client}` : item.row.key;
}

/** Rows in trouble have more to say. */
function isTall({ inTrouble, isMuted }: AccountRow): boolean {
  return inTrouble || isMuted;
}

function heightOf({ row, tall, group }: Record<'row' | 'tall' | 'group', number>) {
  return (item: TableItem) => (item.kind === 'group' ? group : isTall(item.row) ? tall : row);
}

/** Fills the space of rows that aren't rendered. */
function Space({ height, columns }: { height: number; columns: number }) {
  return (
    // biome-ignore lint/a11y/noAriaHiddenOnFocusable: a row without a cell to focus is nothing to focus
    <tr class="space" aria-hidden="true">
      <td colSpan={columns} style={{ height: `${height}px` }} />
    </tr>
  );
}
