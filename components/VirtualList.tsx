import type { ComponentChildren, RefObject } from 'preact';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { useMoreWhenIdle } from './use-more-when-idle';
import { useVirtualRows, wholeUpTo } from './use-virtual-rows';

interface Props<Row> {
  rows: readonly Row[];
  keyOf: (row: Row) => string;
  /** In px. Pass the same function each time. */
  heightOf: (row: Row) => number;
  /** Rows still to be loaded, and their height in px. */
  rowsToLoad?: { rows: number; height: number };
  /** True for a short list that is one of many. */
  isWindowed?: boolean;
  scroller: RefObject<HTMLElement | null>;
  labelledBy: string;
  children: (row: Row) => ComponentChildren;
}

/** A list that renders only what is visible. Its full size is still announced. */
export function VirtualList<Row>(props: Props<Row>) {
  const count = props.rows.length + (props.rowsToLoad?.rows ?? 0);
  return count <= wholeUpTo && !props.isWindowed ? (
    <WholeList {...props} />
  ) : (
    <WindowedList {...props} />
  );
}

function WholeList<Row>({ rows, keyOf, heightOf, rowsToLoad, labelledBy, children }: Props<Row>) {
  const count = useMoreWhenIdle(rows.length);
  const later = rows.slice(count).reduce((height, row) => height + heightOf(row), 0);
  return (
    <ul
      aria-labelledby={labelledBy}
      class="accounts"
      style={{ marginBottom: `${later + (rowsToLoad?.height ?? 0)}px` }}
    >
      {rows.slice(0, count).map((row, i) => (
        <li key={keyOf(row)} tabIndex={i === 0 ? 0 : -1}>
          {children(row)}
        </li>
      ))}
    </ul>
  );
}

function WindowedList<Row>({ labelledBy, keyOf, rowsToLoad, children, ...list }: Props<Row>) {
  const element = useRef<HTMLUListElement>(null);
  const [margin, setMargin] = useState(0);
  const { shown, total } = useVirtualRows({ ...list, margin });
  // Content above the list in the scroller shifts it down.
  useLayoutEffect(() => {
    if (element.current) setMargin(element.current.offsetTop);
  });

  return (
    <ul
      ref={element}
      aria-labelledby={labelledBy}
      class="accounts windowed"
      style={{ height: `${total + (rowsToLoad?.height ?? 0)}px` }}
    >
      {shown.map(({ row, index, start }, position) => (
        <li
          key={keyOf(row)}
          tabIndex={position === 0 ? 0 : -1}
          aria-setsize={list.rows.length + (rowsToLoad?.rows ?? 0)}
          aria-posinset={index + 1}
          style={{ transform: `translateY(${start}px)` }}
        >
          {children(row)}
        </li>
      ))}
    </ul>
  );
}
