import { type Compared, compare, type Pairs, type Summary } from './statistics.ts';

/** The most that each figure may come to. */
export const budgets = {
  'size.popup.gzip': 27_000,
  'size.options.gzip': 49_900,
  'size.background.gzip': 55_600,
  'size.zip': 208_500,
  'check.10000.ratio': 2.5,
  'unchangedCheck.accountBytes': 0,
  'popup.25.ratio': 1.25,
  'popup.1000.ratio': 1.3,
  'popup.10000.ratio': 1.4,
  'popup.25.overStatic': 1.1,
  'popup.10000.overStatic': 1.1,
  'popup.scroll.longTasks': 0,
  'report.10000.longTasks': 0,
  'click.warm.25.ratio': 1.2,
  'click.warm.10000.ratio': 1.3,
  'click.cold.10000.ratio': 1.2,
  'click.warm.25.overStatic': 1.1,
  'click.warm.10000.overStatic': 1.1,
  'click.cold.10000.overStatic': 1.15,
  'static.warm.25.ratio': 1.25,
  'click.warm.10000.overPeer': 0.9,
  'click.cold.10000.overPeer': 0.9,
  'round.200.ratio': 1.1,
  'firefox.popup.25.ratio': 1.25,
  'firefox.popup.10000.ratio': 1.4,
  'firefox.round.200.ratio': 1.1,
  'wake.ratio': 1.6,
  'memory.10000.ratio': 3,
} as const;

export type FigureName = keyof typeof budgets;

interface Counted {
  name: FigureName;
  value: number;
}

interface Timed {
  name: FigureName;
  unit: 'ms' | 'kB';
  pairs: Pairs;
  /** Under which conditions, where they might have been others. */
  note?: string;
}

/** What one run found: a count, or the samples that a ratio is made of. */
export type Measured = Counted | Timed;

/** What all runs come to. */
export interface Figure extends Counted {
  /** What a ratio was made of. */
  made?: Compared & { unit: Timed['unit']; notes: string[] };
}

export function count(name: FigureName, value: number): Counted {
  return { name, value };
}

export function ratio(name: FigureName, pairs: Pairs, note?: string): Timed {
  return { name, unit: 'ms', pairs, ...(note && { note }) };
}

/** One figure for each name: samples are pooled, and of counts the greatest is kept. */
export function figuresOf(runs: readonly Measured[]): Figure[] {
  return [...Map.groupBy(runs, ({ name }) => name)].map(([name, measured]) => {
    const timed = measured.filter((one) => 'pairs' in one);
    const [first] = timed;
    if (!first) {
      const values = measured.flatMap((one) => ('value' in one ? one.value : []));
      return { name, value: Math.max(...values) };
    }
    const compared = compare(timed.map(({ pairs }) => pairs));
    const notes = [...new Set(timed.flatMap(({ note }) => note ?? []))];
    return { name, value: compared.ratio, made: { ...compared, unit: first.unit, notes } };
  });
}

export function holds({ name, value }: Counted): boolean {
  return value <= budgets[name];
}

/** One line for a person: figure, budget, verdict, and of a ratio what it was made of. */
export function lineOf(figure: Figure): string {
  const { name, value, made } = figure;
  const line = [
    name.padEnd(28),
    value.toFixed(made ? 2 : 0).padStart(8),
    `budget ${budgets[name]}`.padEnd(14),
    holds(figure) ? 'holds ' : 'MISSED',
  ];
  if (made) {
    const { ours, floor, ratios, unit, notes } = made;
    line.push(`${textOf(ours, unit)}  against  ${textOf(floor, unit)}`);
    if (ratios.length > 1) line.push(textOfRuns(ratios, value));
    line.push(...notes);
  }
  return line.join('  ');
}

function textOf({ median, min, max, spread, samples }: Summary, unit: Timed['unit']): string {
  const range = `${min.toFixed(1)}–${max.toFixed(1)}`;
  return `${median.toFixed(1)} ${unit} (${range}, ±${Math.round(spread * 100)} %, n=${samples})`;
}

function textOfRuns(ratios: readonly number[], pooled: number): string {
  const [least, most] = [Math.min(...ratios), Math.max(...ratios)];
  const spread = Math.round(((most - least) / 2 / pooled) * 100);
  return `${ratios.length} runs: ${least.toFixed(2)}–${most.toFixed(2)}, ±${spread} %`;
}
