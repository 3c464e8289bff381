import { expect, it } from 'vitest';
import { compare, takeTurns } from './statistics.ts';

function measuring(name: string, times: readonly number[], order: string[]) {
  const left = times.values();
  return async () => {
    order.push(name);
    return left.next().value ?? Number.NaN;
  };
}

it('compares medians of samples taken in turns, without warm-ups', async () => {
  const order: string[] = [];
  const pairs = await takeTurns(
    {
      ours: measuring('ours', [900, 40, 10, 20, 90], order),
      floor: measuring('floor', [700, 10, 10, 5, 30], order),
    },
    { samples: 4, warmUps: 1 },
  );
  expect(order).toEqual(Array.from({ length: 5 }, () => ['ours', 'floor']).flat());
  const compared = compare([pairs]);
  expect(compared.ratio).toBe(3);
  expect(compared.ours).toEqual({
    median: 30,
    min: 10,
    max: 90,
    spread: (52.5 - 17.5) / 2 / 30,
    samples: 4,
  });
});

it('pools the samples of several runs, and keeps the ratio of each', () => {
  const compared = compare([
    { ours: [10, 20, 30], floor: [10, 10, 10] },
    { ours: [40, 50], floor: [5, 15] },
  ]);
  expect(compared.ratios).toEqual([2, 4.5]);
  expect(compared.ours).toMatchObject({ median: 30, min: 10, max: 50, samples: 5 });
  expect(compared.floor).toMatchObject({ median: 10, min: 5, max: 15, samples: 5 });
  expect(compared.ratio).toBe(3);
});

it('makes no figures from no samples', () => {
  expect(() => compare([])).toThrow('Nothing');
  expect(() => compare([{ ours: [], floor: [] }])).toThrow('Nothing');
});
