import {
  elementScroll,
  observeElementOffset,
  observeElementRect,
  Virtualizer,
} from '@tanstack/virtual-core';
import type { ComponentChildren, RefObject } from 'preact';
import { useLayoutEffect, useReducer, useRef, useState } from 'preact/hooks';

/** Shorter lists are rendered whole: simpler for whoever reads them by other means than scrolling. */
const wholeUpTo = 100;
const overscan = 8;

interface Props<Row> {
  rows: readonly Row[];
  keyOf: (row: Row) => string;
  /** In px. */
  heightOf: (row: Row) => number;
  scroller: RefObject<HTMLElement | null>;
  labelledBy: string;
  children: (row: Row) => ComponentChildren;
}

/** A list of which only what can be seen is rendered; its size is announced all the same. */
export function VirtualList<Row>(props: Props<Row>) {
  return props.rows.length <= wholeUpTo ? <WholeList {...props} /> : <WindowedList {...props} />;
}

function WholeList<Row>({ rows, keyOf, labelledBy, children }: Props<Row>) {
  return (
    <ul aria-labelledby={labelledBy} class="accounts">
      {rows.map((row, i) => (
        <li key={keyOf(row)} tabIndex={i === 0 ? 0 : -1}>
          {children(row)}
        </li>
      ))}
    </ul>
  );
}

function WindowedList<Row>({ rows, keyOf, heightOf, scroller, labelledBy, children }: Props<Row>) {
  const list = useRef<HTMLUListElement>(null);
  const [margin, setMargin] = useState(0);
  const [, rerender] = useReducer((count: number) => count + 1, 0);
  const [virtualizer] = useState(
    () =>
      new Virtualizer<HTMLElement, HTMLLIElement>({
        count: 0,
        getScrollElement: () => scroller.current,
        estimateSize: () => 0,
        scrollToFn: elementScroll,
        observeElementRect,
        observeElementOffset,
      }),
  );
  virtualizer.setOptions({
    ...virtualizer.options,
    count: rows.length,
    overscan,
    scrollMargin: margin,
    estimateSize: (i) => {
      const row = rows[i];
      return row === undefined ? 0 : heightOf(row);
    },
    getItemKey: (i) => {
      const row = rows[i];
      return row === undefined ? i : keyOf(row);
    },
    onChange: () => rerender(undefined),
  });
  useLayoutEffect(() => virtualizer._didMount(), [virtualizer]);
  useLayoutEffect(() => {
    virtualizer._willUpdate();
    // What is above the list in the scroller moves it down.
    if (list.current) setMargin(list.current.offsetTop);
  });

  return (
    <ul
      ref={list}
      aria-labelledby={labelledBy}
      class="accounts windowed"
      style={{ height: `${virtualizer.getTotalSize()}px` }}
    >
      {virtualizer.getVirtualItems().map(({ index, start, key }, place) => {
        const row = rows[index];
        return (
          row !== undefined && (
            <li
              key={key}
              tabIndex={place === 0 ? 0 : -1}
              aria-setsize={rows.length}
              aria-posinset={index + 1}
              style={{ transform: `translateY(${start - margin}px)` }}
            >
              {children(row)}
            </li>
          )
        );
      })}
    </ul>
  );
}
