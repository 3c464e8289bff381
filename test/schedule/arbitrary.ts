import fc from 'fast-check';
import { checkIntervals } from '@/utils/state/settings';
import { day, minute, now } from '../builders';

export const anyInterval = fc.constantFrom(...checkIntervals).map((minutes) => minutes * minute);
export const anySlot = fc.integer({ min: now - 30 * day, max: now + 30 * day });
export const anyRandom = fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true });
const anyPhase = fc
  .integer({ min: 1, max: 50 })
  .chain((of) => fc.integer({ min: 1, max: of }).map((position) => position / of));
export const anyPlan = fc.record({ intervalMs: anyInterval, phase: anyPhase, random: anyRandom });
