import type { RefObject } from 'preact';
import { useId } from 'preact/hooks';
import { VirtualList } from '@/components/VirtualList';
import type { DayState } from '@/utils/accounts/history/condition-changes';
import type { ListName, RowsToLoad } from '@/utils/popup/popup-lists';
import { hasNote } from '@/utils/view/account/account-note';
import type { AccountRow } from '@/utils/view/account/account-row';
import type { AccountAction } from '@/utils/view/account/act-on-account';
import { AccountItem } from './AccountItem';

/** The row heights in px that popup.css sets in a long list, for two and three lines. */
const rowHeight = 54;
const rowHeightWithNote = 70;

interface Props {
  title: string;
  rows: readonly AccountRow[];
  /** Accounts still to be loaded after these. */
  rowsToLoad: RowsToLoad[ListName] | undefined;
  /** An account's last days; `undefined` until they are known. */
  daysOf: ((row: AccountRow) => readonly DayState[]) | undefined;
  now: number;
  loadPictures: boolean;
  scroller: RefObject<HTMLElement | null>;
  onAction: (action: AccountAction, row: AccountRow) => Promise<void>;
}

/** A section of the popup: heading, count and accounts. */
export function AccountSection({ title, rows, rowsToLoad, scroller, ...item }: Props) {
  const id = useId();
  return (
    <section aria-labelledby={id}>
      <div class="section-title">
        <h2 id={id}>{title}</h2>
        <span>{rows.length + (rowsToLoad?.rows ?? 0)}</span>
      </div>
      <VirtualList
        rows={rows}
        keyOf={keyOf}
        heightOf={heightOf}
        {...(rowsToLoad && {
          rowsToLoad: { rows: rowsToLoad.rows, height: heightOfUnread(rowsToLoad) },
        })}
        scroller={scroller}
        labelledBy={id}
      >
        {(row) => <AccountItem row={row} {...item} />}
      </VirtualList>
    </section>
  );
}

function heightOf(row: AccountRow): number {
  return hasNote(row) ? rowHeightWithNote : rowHeight;
}

function heightOfUnread({ rows, withNote }: RowsToLoad[ListName]): number {
  return rows * rowHeight + withNote * (rowHeightWithNote - rowHeight);
}

function keyOf({ key }: AccountRow): string {
  return key;
}
