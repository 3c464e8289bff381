import type { RefObject } from 'preact';
import { useLayoutEffect, useMemo, useState } from 'preact/hooks';

/*
 * Rows whose heights are known need no library for lists that measure theirs, which would be a
 * third of all that the popup loads: docs/PERFORMANCE.md.
 */

/** Shorter lists are rendered whole: simpler for whoever reads them by other means than scrolling. */
export const wholeUpTo = 100;
/** Rows rendered beyond what is seen at either end, so that a quick scroll meets no gap. */
const overscan = 4;
/** What is taken to be seen (px) until the scroller can be asked. */
const firstView = { top: 0, height: 600 };

interface Options<Row> {
  rows: readonly Row[];
  /** In px. The same function each time, else all rows are laid out anew. */
  heightOf: (row: Row) => number;
  scroller: RefObject<HTMLElement | null>;
  /** How much of the scroller is above the first row, in px. */
  margin?: number;
}

/** The rows to render, each with its place in all and how far below the first one it begins (px). */
export interface VirtualRows<Row> {
  shown: { row: Row; index: number; start: number }[];
  /** Where the last row that is shown ends, and the height of all, in px. */
  end: number;
  total: number;
}

/** Which of many rows can be seen; renders anew whenever that changes. */
export function useVirtualRows<Row>({
  rows,
  heightOf,
  scroller,
  margin = 0,
}: Options<Row>): VirtualRows<Row> {
  const starts = useMemo(() => startsOf(rows, heightOf), [rows, heightOf]);
  const [view, setView] = useState(firstView);
  const range = rangeOf(starts, view.top - margin, view.height);

  useLayoutEffect(() => {
    const element = scroller.current;
    if (!element) return;
    const look = () => {
      const next = { top: element.scrollTop, height: element.clientHeight };
      setView((last) => (showsTheSame(starts, margin, last, next) ? last : next));
    };
    look();
    const sizes = new ResizeObserver(look);
    sizes.observe(element);
    element.addEventListener('scroll', look, { passive: true });
    return () => {
      sizes.disconnect();
      element.removeEventListener('scroll', look);
    };
  }, [scroller, starts, margin]);

  return {
    shown: rows
      .slice(range.from, range.to)
      .map((row, i) => ({ row, index: range.from + i, start: starts[range.from + i] ?? 0 })),
    end: starts[range.to] ?? 0,
    total: starts.at(-1) ?? 0,
  };
}

/** Where each row begins, and at last where they end. */
function startsOf<Row>(rows: readonly Row[], heightOf: (row: Row) => number): number[] {
  const starts = [0];
  for (const row of rows) starts.push((starts.at(-1) ?? 0) + heightOf(row));
  return starts;
}

function showsTheSame(
  starts: readonly number[],
  margin: number,
  a: typeof firstView,
  b: typeof firstView,
): boolean {
  const [one, other] = [a, b].map(({ top, height }) => rangeOf(starts, top - margin, height));
  return one?.from === other?.from && one?.to === other?.to;
}

/** The rows from `from` up to but not with `to`, of which some part is seen or nearly so. */
function rangeOf(starts: readonly number[], top: number, height: number) {
  const count = starts.length - 1;
  const first = rowAt(starts, top);
  const last = rowAt(starts, top + height);
  return { from: Math.max(0, first - overscan), to: Math.min(count, last + 1 + overscan) };
}

/** The row at a distance from the top of the first one, in px; the nearest where none is. */
function rowAt(starts: readonly number[], distance: number): number {
  let [low, high] = [0, Math.max(0, starts.length - 2)];
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if ((starts[middle] ?? 0) <= distance) low = middle;
    else high = middle - 1;
  }
  return low;
}
