import { expect, it } from 'vitest';
import { createLimiter } from '@/utils/monitor/limiter';

it('starts the next waiting task as soon as a slot is free', async () => {
  const withPermit = createLimiter(2);
  const begun: number[] = [];
  const works = [0, 1, 2, 3].map(() => Promise.withResolvers<void>());
  const all = works.map(({ promise }, i) =>
    withPermit(async () => {
      begun.push(i);
      await promise;
      return i;
    }),
  );
  expect(begun).toEqual([0, 1]);
  works[1]?.resolve();
  await all[1];
  expect(begun).toEqual([0, 1, 2]);
  for (const { resolve } of works) resolve();
  expect(await Promise.all(all)).toEqual([0, 1, 2, 3]);
});

it('returns the slot of a failed task', async () => {
  const withPermit = createLimiter(1);
  await expect(withPermit(() => Promise.reject(new Error('Broken')))).rejects.toThrow('Broken');
  expect(await withPermit(async () => 'next')).toBe('next');
});
