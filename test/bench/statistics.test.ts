import { expect, it } from 'vitest';
import { compare } from './statistics.ts';

function measuring(name: string, times: readonly number[], order: string[]) {
  const left = times.values();
  return async () => {
    order.push(name);
    return left.next().value ?? Number.NaN;
  };
}

it('compares medians of samples that were taken in turns, without the warm-ups', async () => {
  const order: string[] = [];
  const compared = await compare(
    measuring('ours', [900, 40, 10, 20, 90], order),
    measuring('floor', [700, 10, 10, 5, 30], order),
    { samples: 4, warmUps: 1 },
  );
  expect(order).toEqual(Array.from({ length: 5 }, () => ['ours', 'floor']).flat());
  expect(compared.ratio).toBe(3);
  expect(compared.ours).toEqual({
    median: 30,
    min: 10,
    max: 90,
    spread: (52.5 - 17.5) / 2 / 30,
    samples: 4,
  });
});

it('does not make figures of nothing', async () => {
  const nothing = async () => 1;
  await expect(compare(nothing, nothing, { samples: 0, warmUps: 1 })).rejects.toThrow('Nothing');
});
