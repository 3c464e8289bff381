import { expect, it } from 'vitest';
import { budgets } from '../bench/figures.ts';
import { measureSizes } from '../bench/size.ts';

/** What is above its budget today, and may not grow: docs/PERFORMANCE.md. Bytes. */
const tooLarge: Partial<Record<keyof typeof budgets, number>> = {
  'size.background.gzip': 38_120,
};

it.each(measureSizes())(
  '$name is within its budget, or no larger than it was',
  ({ name, value }) => {
    expect(value).toBeLessThanOrEqual(tooLarge[name] ?? budgets[name]);
  },
);
