/** A line through points in ms over accounts. */
export interface Series {
  name: string;
  /** What belongs together has one colour. */
  colour: 1 | 2 | 3;
  /** What it is compared with is drawn in dashes. */
  isFloor?: boolean;
  points: readonly { accounts: number; ms: number }[];
}

const width = 760;
const height = 420;
const box = { left: 64, right: 580, top: 32, bottom: 370 };
const labelHeight = 18;

// Seen as a picture, it knows the reader's scheme, but nothing of the page that it stands on.
const style = `
  text { font: 13px system-ui, sans-serif; fill: #1f2328; }
  .grid { stroke: #d1d9e0; }
  .line { fill: none; stroke-width: 2; }
  .floor { stroke-dasharray: 5 4; }
  .c1 { --c: #0969da; } .c2 { --c: #1a7f37; } .c3 { --c: #bc4c00; }
  .line { stroke: var(--c); } .dot, .label { fill: var(--c); }
  @media (prefers-color-scheme: dark) {
    text { fill: #f0f6fc; }
    .grid { stroke: #3d444d; }
    .c1 { --c: #58a6ff; } .c2 { --c: #3fb950; } .c3 { --c: #f0883e; }
  }`;

/**
 * An SVG with logarithmic axes, so that what grows with the accounts is a slope and what does not
 * is level.
 *
 * @param title the plot in words, for screen readers
 */
export function plot(title: string, series: readonly Series[]): string {
  const points = series.flatMap((one) => one.points);
  const xs = decades(points.map(({ accounts }) => accounts));
  const ys = decades(points.map(({ ms }) => ms));
  const x = axis(xs, box.left, box.right);
  const y = axis(ys, box.bottom, box.top);
  const ends = series.map(({ points }) => y(points.at(-1)?.ms ?? 1));
  const labels = apart(ends, labelHeight);
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" role="img">`,
    `<title>${title}</title>`,
    `<style>${style}\n</style>`,
    ...xs.flatMap((accounts) => [
      line(x(accounts), box.top, x(accounts), box.bottom),
      text(x(accounts), box.bottom + 20, 'middle', grouped(accounts)),
    ]),
    ...ys.flatMap((ms) => [
      line(box.left, y(ms), box.right, y(ms)),
      text(box.left - 8, y(ms) + 4, 'end', grouped(ms)),
    ]),
    text((box.left + box.right) / 2, height - 8, 'middle', 'accounts'),
    text(box.left - 8, box.top - 14, 'end', 'ms'),
    ...series.map(({ name, colour, isFloor, points }, i) => {
      const placed = points.map(({ accounts, ms }) => `${at(x(accounts))},${at(y(ms))}`);
      const dots = points.map(
        ({ accounts, ms }) =>
          `<circle class="dot" cx="${at(x(accounts))}" cy="${at(y(ms))}" r="3"/>`,
      );
      return [
        `<g class="c${colour}">`,
        `<polyline class="line${isFloor ? ' floor' : ''}" points="${placed.join(' ')}"/>`,
        ...dots,
        `<text class="label" x="${box.right + 10}" y="${at((labels[i] ?? 0) + 4)}">${name}</text>`,
        '</g>',
      ].join('');
    }),
    '</svg>\n',
  ].join('\n');
}

/** The powers of ten from the one below all values to the one above. */
export function decades(values: readonly number[]): number[] {
  const from = Math.floor(Math.log10(Math.min(...values)));
  const to = Math.max(from + 1, Math.ceil(Math.log10(Math.max(...values))));
  return Array.from({ length: to - from + 1 }, (_, i) => 10 ** (from + i));
}

/** Moves labels down where they would cover one above; in the order in which they came. */
export function apart(places: readonly number[], least: number): number[] {
  const moved = [...places];
  let above = Number.NEGATIVE_INFINITY;
  for (const [i, place] of [...places.entries()].sort(([, a], [, b]) => a - b)) {
    above = Math.max(place, above + least);
    moved[i] = above;
  }
  return moved;
}

function axis(ticks: readonly number[], from: number, to: number): (value: number) => number {
  const [first, last] = [Math.log10(ticks[0] ?? 1), Math.log10(ticks.at(-1) ?? 10)];
  return (value) => from + ((Math.log10(value) - first) / (last - first)) * (to - from);
}

function line(x1: number, y1: number, x2: number, y2: number): string {
  return `<line class="grid" x1="${at(x1)}" y1="${at(y1)}" x2="${at(x2)}" y2="${at(y2)}"/>`;
}

function text(x: number, y: number, anchor: 'middle' | 'end', words: string): string {
  return `<text x="${at(x)}" y="${at(y)}" text-anchor="${anchor}">${words}</text>`;
}

/** Browsers draw no finer than this. */
function at(place: number): string {
  return String(Math.round(place * 10) / 10);
}

function grouped(value: number): string {
  return value.toLocaleString('en', { maximumSignificantDigits: 6 });
}
