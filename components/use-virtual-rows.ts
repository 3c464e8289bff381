import type { RefObject } from 'preact';
import { useEffect, useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';
import { whenIdle } from './when-idle';

/*
 * Rows whose heights are known need no library for lists that measure theirs, which was a fifth of
 * all that the popup loads: docs/DECISIONS.md.
 */

/** Shorter lists are rendered whole: simpler for whoever reads them by other means than scrolling. */
export const wholeUpTo = 100;
/** Rows rendered beyond what is seen at either end, so that a quick scroll meets no gap. */
const overscan = 4;
/** What is taken to be seen (px) until the scroller can be asked. */
const firstView: View = { top: 0, height: 600, isStill: false };

interface View {
  top: number;
  height: number;
  /** The browser has found time since for the rows around what is seen. */
  isStill: boolean;
}

/** Rows from `from` up to but not with `to`. */
interface Range {
  from: number;
  to: number;
}

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

/**
 * Which of many rows can be seen; renders anew whenever that changes. The rows around them are
 * rendered once the browser has nothing else to do: all at once, they take longer than a frame.
 */
export function useVirtualRows<Row>({
  rows,
  heightOf,
  scroller,
  margin = 0,
}: Options<Row>): VirtualRows<Row> {
  const starts = useMemo(() => startsOf(rows, heightOf), [rows, heightOf]);
  const [view, setView] = useState(firstView);
  const rendered = useRef<Range>({ from: 0, to: 0 });
  const seen = rangeOf(starts, view.top - margin, view.height);
  const around = {
    from: Math.max(0, seen.from - overscan),
    to: Math.min(rows.length, seen.to + overscan),
  };
  const range = view.isStill ? around : joined(seen, rendered.current, around);
  rendered.current = range;

  useLayoutEffect(() => {
    const element = scroller.current;
    if (!element) return;
    const look = () => {
      const next = { top: element.scrollTop, height: element.clientHeight, isStill: false };
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
  useEffect(
    () => (view.isStill ? undefined : whenIdle(() => setView({ ...view, isStill: true }))),
    [view],
  );

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

function showsTheSame(starts: readonly number[], margin: number, a: View, b: View): boolean {
  const [one, other] = [a, b].map(({ top, height }) => rangeOf(starts, top - margin, height));
  return one?.from === other?.from && one?.to === other?.to;
}

/** The rows of which some part is seen. */
function rangeOf(starts: readonly number[], top: number, height: number): Range {
  const count = starts.length - 1;
  return { from: rowAt(starts, top), to: Math.min(count, rowAt(starts, top + height) + 1) };
}

/** What is seen, with those of the rendered rows beside it that are near enough to be kept. */
function joined(seen: Range, rendered: Range, around: Range): Range {
  if (rendered.to < seen.from || rendered.from > seen.to) return seen;
  return {
    from: Math.max(around.from, Math.min(seen.from, rendered.from)),
    to: Math.min(around.to, Math.max(seen.to, rendered.to)),
  };
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
