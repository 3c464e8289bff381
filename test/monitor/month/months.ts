import { afterEach, describe, expect, it, vi } from 'vitest';
import { live } from './live';
import { wrongsOf } from './oracle';
import { scriptFrom } from './script';

/**
 * Lives through a hundred months, each with its own outages, empty and half-empty lists, rejected
 * keys, limits, sleep, clock changes, and real changes of 40 accounts at both services. A failing
 * seed fails again by itself.
 *
 * @param first the first seed
 */
export function liveThroughMonths(first: number): void {
  const seeds = Array.from({ length: 100 }, (_, i) => first + i);
  describe('in a month of faults, each change is notified once and in time, and nothing untrue is notified', () => {
    afterEach(() => void vi.restoreAllMocks());

    it.each(seeds)('seed %i', async (seed) => {
      const script = scriptFrom(seed);
      expect(wrongsOf(script, await live(script))).toEqual([]);
    });
  });
}
