import { expect, it } from 'vitest';
import { apart, decades, plot } from './plot.ts';

it('has an axis from the power of ten below all values to the one above', () => {
  expect(decades([10, 10_000, 120])).toEqual([10, 100, 1_000, 10_000]);
  expect(decades([0.4, 7])).toEqual([0.1, 1, 10]);
});

it('has an axis for a single value', () => {
  expect(decades([100])).toEqual([100, 1_000]);
});

it('draws doubling as a straight slope and constancy as a level', () => {
  const svg = plot('Growth', [
    { name: 'grows', colour: 1, points: points([10, 20], [100, 40], [1_000, 80]) },
    { name: 'stays', colour: 2, isFloor: true, points: points([10, 30], [1_000, 30]) },
  ]);
  const [grows = [], stays = []] = [...svg.matchAll(/ points="([^"]+)"/g)].map(([, places = '']) =>
    places.split(' ').map((place) => place.split(',').map(Number)),
  );
  const [a, b, c] = grows.map(([, y = 0]) => y);
  expect(b).toBeCloseTo(((a ?? 0) + (c ?? 0)) / 2, 0);
  expect(c).toBeLessThan(a ?? 0);
  expect(new Set(stays.map(([, y]) => y)).size).toBe(1);
  expect(svg).toContain('class="line floor"');
  expect(svg).toContain('prefers-color-scheme: dark');
});

it('keeps labels apart, and each nearest to its own line', () => {
  expect(apart([100, 50, 104, 110], 18)).toEqual([100, 50, 118, 136]);
});

function points(...all: [accounts: number, ms: number][]) {
  return all.map(([accounts, ms]) => ({ accounts, ms }));
}
