import type { Compared, Summary } from './statistics.ts';

/** The most that each figure may come to. */
export const budgets = {
  'size.popup.gzip': 25_000,
  'size.options.gzip': 40_000,
  'size.background.gzip': 20_000,
  'size.zip': 150_000,
  'check.10000.ratio': 3,
  'unchangedCheck.accountBytes': 0,
  'popup.25.ratio': 1.25,
  'popup.1000.ratio': 1.3,
  'popup.10000.ratio': 1.4,
  'popup.scroll.longTasks': 0,
  'round.200.ratio': 1.3,
} as const;

export type FigureName = keyof typeof budgets;

/** A count as it is, or a ratio with the samples (ms) that it was made of. */
export interface Figure {
  name: FigureName;
  value: number;
  ours?: Summary;
  floor?: Summary;
}

export function count(name: FigureName, value: number): Figure {
  return { name, value };
}

export function ratio(name: FigureName, { ratio: value, ours, floor }: Compared): Figure {
  return { name, value, ours, floor };
}

export function holds({ name, value }: Figure): boolean {
  return value <= budgets[name];
}

/** One line for a person: figure, budget, verdict, and of a ratio what it was made of. */
export function lineOf(figure: Figure): string {
  const { name, value, ours, floor } = figure;
  const digits = ours ? 2 : 0;
  const line = [
    name.padEnd(28),
    value.toFixed(digits).padStart(8),
    `budget ${budgets[name]}`.padEnd(14),
    holds(figure) ? 'holds ' : 'MISSED',
  ];
  if (ours && floor) line.push(`${textOf(ours)}  against  ${textOf(floor)}`);
  return line.join('  ');
}

function textOf({ median, min, max, spread, samples }: Summary): string {
  const range = `${min.toFixed(1)}–${max.toFixed(1)}`;
  return `${median.toFixed(1)} ms (${range}, ±${Math.round(spread * 100)} %, n=${samples})`;
}
