import type { RefObject } from 'preact';
import { useEffect, useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';
import { whenIdle } from './when-idle';

/*
 * Row heights are known, so this needs no library that measures them. That library was a fifth of
 * what the popup loads: docs/DECISIONS.md.
 */

/** Shorter lists are rendered whole, which is simpler for screen readers. */
export const wholeUpTo = 100;
/** Extra rows at either end, so that quick scrolling shows no gap. */
const overscan = 4;
/** The assumed view (px) until the scroller is measured. */
const firstView: View = { top: 0, height: 600, isStill: false };

interface View {
  top: number;
  height: number;
  /** The browser has been idle since, so the rows around the view are rendered too. */
  isStill: boolean;
}

/** Rows from `from` to before `to`. */
interface Range {
  from: number;
  to: number;
}

interface Options<Row> {
  rows: readonly Row[];
  /** In px. Pass the same function each time; another one lays out all rows again. */
  heightOf: (row: Row) => number;
  scroller: RefObject<HTMLElement | null>;
  /** Height above the first row in the scroller, in px. */
  margin?: number;
}

/**
 * Finds the visible rows, and renders again when they change. The rows around them follow when the
 * browser is idle: all at once would take longer than a frame.
 */
export function useVirtualRows<Row>({ rows, heightOf, scroller, margin = 0 }: Options<Row>) {
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
    const measure = () => {
      const next = { top: element.scrollTop, height: element.clientHeight, isStill: false };
      setView((last) => (showsTheSame(starts, margin, last, next) ? last : next));
    };
    measure();
    const sizes = new ResizeObserver(measure);
    sizes.observe(element);
    element.addEventListener('scroll', measure, { passive: true });
    return () => {
      sizes.disconnect();
      element.removeEventListener('scroll', measure);
    };
  }, [scroller, starts, margin]);
  useEffect(
    () => (view.isStill ? undefined : whenIdle(() => setView({ ...view, isStill: true }))),
    [view],
  );

  return {
    /** The rows to render, with their index and offset from the first row (px). */
    shown: rows
      .slice(range.from, range.to)
      .map((row, i) => ({ row, index: range.from + i, start: starts[range.from + i] ?? 0 })),
    /** Where the last of them ends, and the total height, in px. */
    end: starts[range.to] ?? 0,
    total: starts.at(-1) ?? 0,
  };
}

/** Where each row begins, followed by where the last one ends. */
function startsOf<Row>(rows: readonly Row[], heightOf: (row: Row) => number): number[] {
  const starts = [0];
  for (const row of rows) starts.push((starts.at(-1) ?? 0) + heightOf(row));
  return starts;
}

function showsTheSame(starts: readonly number[], margin: number, a: View, b: View): boolean {
  const [one, other] = [a, b].map(({ top, height }) => rangeOf(starts, top - margin, height));
  return one?.from === other?.from && one?.to === other?.to;
}

/** The rows that are at least partly visible. */
function rangeOf(starts: readonly number[], top: number, height: number): Range {
  const count = starts.length - 1;
  return { from: rowAt(starts, top), to: Math.min(count, rowAt(starts, top + height) + 1) };
}

/** The visible rows, with those rendered before that are near enough to keep. */
function joined(seen: Range, rendered: Range, around: Range): Range {
  if (rendered.to < seen.from || rendered.from > seen.to) return seen;
  return {
    from: Math.max(around.from, Math.min(seen.from, rendered.from)),
    to: Math.min(around.to, Math.max(seen.to, rendered.to)),
  };
}

/** The row at this distance from the first one's top, in px, or the nearest. */
function rowAt(starts: readonly number[], distance: number): number {
  let [low, high] = [0, Math.max(0, starts.length - 2)];
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if ((starts[middle] ?? 0) <= distance) low = middle;
    else high = middle - 1;
  }
  return low;
}
