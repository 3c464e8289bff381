import { expect, it } from 'vitest';
import { count, figuresOf, lineOf, ratio } from './figures.ts';

it('pools the samples of one name over all runs, and says how far apart the runs were', () => {
  const [wake] = figuresOf([
    ratio('wake.ratio', { ours: [30], floor: [10] }),
    count('size.zip', 7),
    ratio('wake.ratio', { ours: [10], floor: [10] }),
  ]);
  expect(wake).toMatchObject({ name: 'wake.ratio', value: 2, made: { ratios: [3, 1] } });
  expect(wake && lineOf(wake)).toMatch(/2\.00 .*MISSED .*n=2.* 2 runs: 1\.00–3\.00, ±50 %$/);
});

it('reports figures that all runs share once', () => {
  const pairs = { ours: [1], floor: [1] };
  const noted = ratio('wake.ratio', pairs, 'one process');
  expect(figuresOf([noted, noted])[0]?.made?.notes).toEqual(['one process']);
});

it('keeps the greatest of a count', () => {
  const found = [12, 40, 3].map((tasks) => count('popup.scroll.longTasks', tasks));
  expect(figuresOf(found)).toEqual([{ name: 'popup.scroll.longTasks', value: 40 }]);
});
