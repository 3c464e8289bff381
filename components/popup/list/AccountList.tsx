import type { RefObject } from 'preact';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { useMoreWhenIdle } from '@/components/use-more-when-idle';
import { useVirtualRows, wholeUpTo } from '@/components/use-virtual-rows';
import type { ListToLoad } from '@/utils/popup/popup-lists';
import type { Density } from '@/utils/state/settings';
import type { AccountRow } from '@/utils/view/account/account-row';
import { AccountItem, type ItemProps } from './AccountItem';
import { heightToLoad, rowHeightIn } from './row-heights';

/** What every list in the popup needs. */
export interface ListProps extends ItemProps {
  /** Accounts still to be loaded after these. */
  toLoad?: ListToLoad | undefined;
  scroller: RefObject<HTMLElement | null>;
  density: Density;
}

interface Props extends ListProps {
  rows: readonly AccountRow[];
  /** True for a short list that is one of many. */
  isWindowed?: boolean;
  labelledBy: string;
}

/** A list that renders only what is visible. Its full size is still announced. */
export function AccountList(props: Props) {
  const count = props.rows.length + (props.toLoad?.rows ?? 0);
  const isWhole = count <= wholeUpTo && !props.isWindowed;
  return isWhole ? <WholeList {...props} /> : <WindowedList {...props} />;
}

function WholeList({ rows, toLoad, labelledBy, ...item }: Props) {
  const count = useMoreWhenIdle(rows.length);
  const heightOf = rowHeightIn[item.density];
  const later = rows.slice(count).reduce((height, row) => height + heightOf(row), 0);
  return (
    <ul
      aria-labelledby={labelledBy}
      class="accounts"
      style={{ marginBottom: `${later + heightToLoad(toLoad, item.density)}px` }}
    >
      {rows.slice(0, count).map((row, i) => (
        <li key={row.key} tabIndex={i === 0 ? 0 : -1}>
          <AccountItem row={row} {...item} />
        </li>
      ))}
    </ul>
  );
}

function WindowedList({ rows, toLoad, scroller, labelledBy, ...item }: Props) {
  const element = useRef<HTMLUListElement>(null);
  const [margin, setMargin] = useState(0);
  const heightOf = rowHeightIn[item.density];
  const { shown, total } = useVirtualRows({ rows, heightOf, scroller, margin });
  // Content above the list in the scroller shifts it down.
  useLayoutEffect(() => {
    if (element.current) setMargin(element.current.offsetTop);
  });

  return (
    <ul
      ref={element}
      aria-labelledby={labelledBy}
      class="accounts windowed"
      style={{ height: `${total + heightToLoad(toLoad, item.density)}px` }}
    >
      {shown.map(({ row, index, start }, position) => (
        <li
          key={row.key}
          tabIndex={position === 0 ? 0 : -1}
          aria-setsize={rows.length + (toLoad?.rows ?? 0)}
          aria-posinset={index + 1}
          style={{ transform: `translateY(${start}px)` }}
        >
          <AccountItem row={row} {...item} />
        </li>
      ))}
    </ul>
  );
}
