import {
  elementScroll,
  observeElementOffset,
  observeElementRect,
  Virtualizer,
} from '@tanstack/virtual-core';
import type { RefObject } from 'preact';
import { useCallback, useLayoutEffect, useReducer, useState } from 'preact/hooks';

/** Shorter lists are rendered whole: simpler for whoever reads them by other means than scrolling. */
export const wholeUpTo = 100;
const overscan = 8;

interface Options<Row> {
  rows: readonly Row[];
  /** The same function each time, else all rows are laid out anew. */
  keyOf: (row: Row) => string;
  /** In px. */
  heightOf: (row: Row) => number;
  scroller: RefObject<HTMLElement | null>;
  /** How much of the scroller is above the first row, in px. */
  margin?: number;
}

/** Which of many rows can be seen; renders anew whenever that changes. */
export function useVirtualRows<Row, Item extends HTMLElement>({
  rows,
  keyOf,
  heightOf,
  scroller,
  margin = 0,
}: Options<Row>): Virtualizer<HTMLElement, Item> {
  const [, rerender] = useReducer((count: number) => count + 1, 0);
  const [virtualizer] = useState(
    () =>
      new Virtualizer<HTMLElement, Item>({
        count: 0,
        getScrollElement: () => scroller.current,
        estimateSize: () => 0,
        scrollToFn: elementScroll,
        observeElementRect,
        observeElementOffset,
      }),
  );
  const getItemKey = useCallback(
    (i: number) => {
      const row = rows[i];
      return row === undefined ? i : keyOf(row);
    },
    [rows, keyOf],
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
    getItemKey,
    onChange: () => rerender(undefined),
  });
  useLayoutEffect(() => virtualizer._didMount(), [virtualizer]);
  useLayoutEffect(() => virtualizer._willUpdate());
  return virtualizer;
}
