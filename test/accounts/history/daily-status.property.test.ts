import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { DayState } from '@/utils/accounts/history/condition-changes';
import { runsOf } from '@/utils/accounts/history/daily-status';
import type { AccountEvent } from '@/utils/accounts/history/event';
import { type Condition, troubles } from '@/utils/accounts/trouble';
import { event } from '../../builders';
import { worstByDay } from './worst-by-day';

function change(at: number, from: AccountEvent['from'], to: AccountEvent['to']): AccountEvent {
  return event({ id: `${at}>${to}`, at, from, to });
}

const states: readonly DayState[] = [...troubles, 'working', 'absent'];
const anyCondition = fc.constantFrom<Condition>('working', ...troubles);
/** Few moments, so that events, starts of days and the first sighting coincide. */
const anyTime = fc.integer({ min: 0, max: 60 });

/** An account's history: each event starts from the condition the last one ended in. */
const anyPast = fc
  .record({
    firstSeenAt: anyTime,
    first: anyCondition,
    changes: fc.uniqueArray(fc.record({ at: anyTime, to: anyCondition }), {
      selector: ({ at }) => at,
      maxLength: 8,
    }),
  })
  .map(({ firstSeenAt, first, changes }) => {
    let [condition, since] = [first, firstSeenAt];
    const events: AccountEvent[] = [];
    for (const { at, to } of changes.sort((a, b) => a.at - b.at)) {
      if (at <= firstSeenAt || to === condition) continue;
      events.push(change(at, condition, to));
      [condition, since] = [to, at];
    }
    return { standing: { firstSeenAt, condition, since }, first, events };
  });

/** Later than any moment and the start of any day. */
const end = 80;

const anyDays = fc
  .array(fc.integer({ min: 1, max: 9 }), { minLength: 1, maxLength: 9 })
  .map((lengths) => lengths.map((_, i) => lengths.slice(0, i).reduce((a, b) => a + b, 0)));

describe('the bars of days', () => {
  it('show the worst state of each day, however briefly it lasted', () => {
    fc.assert(
      fc.property(anyPast, anyDays, ({ standing, first, events }, dayStarts) => {
        const stateAt = (at: number): DayState =>
          at < standing.firstSeenAt
            ? 'absent'
            : ((events.findLast((other) => other.at <= at)?.to as Condition | undefined) ?? first);
        const expected = dayStarts.map((start, i) => {
          const length = (dayStarts[i + 1] ?? end) - start;
          const moments = Array.from({ length }, (_, moment) => stateAt(start + moment));
          return states.find((state) => moments.includes(state));
        });
        expect(worstByDay(standing, events, dayStarts, end)).toEqual(expected);
      }),
    );
  });

  it('do not depend on the order of events', () => {
    fc.assert(
      fc.property(anyPast, anyDays, ({ standing, events }, dayStarts) => {
        expect(worstByDay(standing, events.toReversed(), dayStarts, end)).toEqual(
          worstByDay(standing, events, dayStarts, end),
        );
      }),
    );
  });

  it('end with the current state or a worse one', () => {
    const anyEvent = fc
      .tuple(anyTime, anyCondition, anyCondition)
      .map(([at, from, to]) => change(at, from, to));
    const anyStanding = fc.record({
      firstSeenAt: anyTime,
      condition: anyCondition,
      since: anyTime,
    });
    fc.assert(
      fc.property(anyStanding, fc.array(anyEvent), anyDays, (standing, events, dayStarts) => {
        const days = worstByDay(standing, events, dayStarts, 30);
        expect(days).toHaveLength(dayStarts.length);
        const today = days.at(-1) ?? 'absent';
        expect(states.indexOf(today)).toBeLessThanOrEqual(states.indexOf(standing.condition));
        const first = Math.min(standing.firstSeenAt, 30);
        const before = days.filter((_, i) => (dayStarts[i + 1] ?? end) <= first);
        expect(before.every((state) => state === 'absent')).toBe(true);
      }),
    );
  });
});

describe('runsOf', () => {
  it('merges equal neighbours and loses no day', () => {
    expect(runsOf(['absent', 'working', 'working', 'expired', 'working'])).toEqual([
      { state: 'absent', from: 0, to: 1 },
      { state: 'working', from: 1, to: 3 },
      { state: 'expired', from: 3, to: 4 },
      { state: 'working', from: 4, to: 5 },
    ]);
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...states)), (days) => {
        const runs = runsOf(days);
        expect(runs.flatMap((run) => Array(run.to - run.from).fill(run.state))).toEqual(days);
        expect(runs.every(({ state }, i) => state !== runs[i + 1]?.state)).toBe(true);
      }),
    );
  });
});
