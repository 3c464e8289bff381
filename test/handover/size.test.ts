import { expect, it } from 'vitest';
import { budgets } from '../bench/figures.ts';
import { measureSizes } from '../bench/measures/size.ts';

it.each(measureSizes())('$name is within its budget', ({ name, value }) => {
  expect(value).toBeLessThanOrEqual(budgets[name]);
});
