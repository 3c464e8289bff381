import { expect, it } from 'vitest';
import { count, figuresOf, lineOf, ratio } from './figures.ts';

it('pools the samples of one name over all runs, and tells how far apart the runs were', () => {
  const [round] = figuresOf([
    ratio('round.200.ratio', { ours: [30], floor: [10] }),
    count('size.zip', 7),
    ratio('round.200.ratio', { ours: [10], floor: [10] }),
  ]);
  expect(round).toMatchObject({ name: 'round.200.ratio', value: 2, made: { ratios: [3, 1] } });
  expect(round && lineOf(round)).toMatch(/2\.00 .*MISSED .*n=2.* 2 runs: 1\.00–3\.00, ±50 %$/);
});

it('tells once what all runs were like', () => {
  const pairs = { ours: [1], floor: [1] };
  const noted = ratio('round.200.ratio', pairs, 'one process');
  expect(figuresOf([noted, noted])[0]?.made?.notes).toEqual(['one process']);
});

it('keeps the greatest of a count', () => {
  const found = [12, 40, 3].map((tasks) => count('popup.scroll.longTasks', tasks));
  expect(figuresOf(found)).toEqual([{ name: 'popup.scroll.longTasks', value: 40 }]);
});
