import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ConditionChange, DayState } from '@/utils/accounts/history/condition-changes';
import { uptimeBetween } from '@/utils/accounts/history/uptime';
import {
  type Gap,
  gapsOfTarget,
  watchedMs,
  withGap,
  withoutGaps,
} from '@/utils/accounts/history/watch-gaps';
import { troubles } from '@/utils/accounts/trouble';
import { interruptionsBetween } from '@/utils/report/interruptions';
import { day, now } from '../../builders';

/** Few moments, so that changes, gaps and periods meet. */
const time = fc.nat(60);
const state = fc.constantFrom<DayState>('working', 'absent', ...troubles);
const anyChanges = fc
  .uniqueArray(fc.record({ at: time, state }), { selector: ({ at }) => at, maxLength: 8 })
  .map((changes): ConditionChange[] => changes.toSorted((a, b) => a.at - b.at));
const span = fc
  .tuple(time, time)
  .map(([a, b]) => ({ from: Math.min(a, b), to: Math.max(a, b) + 1 }));
const anyGaps = fc.array(span, { maxLength: 5 }).map((gaps) =>
  gapsOfTarget(
    gaps.map((gap) => ({ connection: 'c1', ...gap })),
    'c1',
    'c1',
  ),
);

const stateAt = (changes: readonly ConditionChange[], at: number): DayState =>
  changes.findLast((change) => change.at <= at)?.state ?? 'absent';
const isIn = (gaps: readonly Gap[], at: number) =>
  gaps.some(({ from, to }) => from <= at && at < to);

describe('an account’s changes without gaps', () => {
  it('are absent in each gap, and as they were elsewhere', () => {
    fc.assert(
      fc.property(anyChanges, anyGaps, time, (changes, gaps, at) => {
        const expected = isIn(gaps, at) ? 'absent' : stateAt(changes, at);
        expect(stateAt(withoutGaps(changes, gaps), at)).toBe(expected);
      }),
    );
  });

  it('are in order, each at a moment of its own', () => {
    fc.assert(
      fc.property(anyChanges, anyGaps, (changes, gaps) => {
        const times = withoutGaps(changes, gaps).map(({ at }) => at);
        expect(times).toEqual([...new Set(times)].toSorted((a, b) => a - b));
      }),
    );
  });

  it('have as much downtime as there are interruptions', () => {
    fc.assert(
      fc.property(anyChanges, anyGaps, span, (changes, gaps, { from, to }) => {
        const down = interruptionsBetween(changes, from, to, gaps).reduce(
          (ms, { downMs }) => ms + downMs,
          0,
        );
        expect(uptimeBetween(withoutGaps(changes, gaps), from, to).downMs).toBe(down);
      }),
    );
  });
});

it('the watched time is what lies in no gap', () => {
  fc.assert(
    fc.property(anyGaps, span, (gaps, { from, to }) => {
      const moments = Array.from({ length: to - from }, (_, i) => from + i);
      expect(watchedMs(from, to, gaps)).toBe(moments.filter((at) => !isIn(gaps, at)).length);
    }),
  );
});

describe('a new gap', () => {
  const gap = { connection: 'c1', from: now - 5, to: now };

  it('is added once, however many targets had it', () => {
    const once = withGap([], gap, 3, now);
    expect(withGap(once, { ...gap, from: now - 7, to: now + 2 }, 3, now)).toBe(once);
    expect(withGap(once, { ...gap, connection: 'c2' }, 3, now)).toHaveLength(2);
  });

  it('drops those that have left the history', () => {
    const old = { connection: 'c1', from: 0, to: now - 91 * day };
    expect(withGap([old], gap, 3, now)).toEqual([gap]);
  });

  it('of one target is no gap of others', () => {
    const gaps = withGap([], { ...gap, target: 'c1/p1' }, 3, now);
    expect(gapsOfTarget(gaps, 'c1', 'c1/p1')).toHaveLength(1);
    expect(gapsOfTarget(gaps, 'c1', 'c1/p2')).toEqual([]);
  });
});
