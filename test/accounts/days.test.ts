import fc from 'fast-check';
import { afterEach, describe, expect, it } from 'vitest';
import { type Condition, troubles } from '@/utils/accounts/attention';
import { type DayState, lastDays, runsOf, type Standing, worstByDay } from '@/utils/accounts/days';
import type { AccountEvent } from '@/utils/accounts/history';
import { day, event, hour, now } from '../builders';

const starts = [now - 3.5 * day, now - 2.5 * day, now - 1.5 * day, now - 0.5 * day];
const well: Standing = { firstSeenAt: now - 30 * day, condition: 'working', since: now - 30 * day };

function change(at: number, from: AccountEvent['from'], to: AccountEvent['to']): AccountEvent {
  return event({ id: `${at}>${to}`, at, from, to });
}

describe('the worst of each day', () => {
  it('is what it is now where nothing ever changed', () => {
    expect(worstByDay(well, [], starts, now)).toEqual(Array(4).fill('working'));
  });

  it('goes on from the last change before it', () => {
    const standing = { ...well, condition: 'expired', since: now - 2 * day } as const;
    const events = [change(now - 2 * day, 'working', 'expired')];
    expect(worstByDay(standing, events, starts, now)).toEqual([
      'working',
      'expired',
      'expired',
      'expired',
    ]);
  });

  it('is the trouble, however short it was', () => {
    const standing = { ...well, since: now - 2 * day + 1 };
    const events = [
      change(now - 2 * day, 'working', 'revoked'),
      change(now - 2 * day + 1, 'revoked', 'working'),
    ];
    expect(worstByDay(standing, events, starts, now)).toEqual([
      'working',
      'revoked',
      'working',
      'working',
    ]);
  });

  it('is not the trouble that ended as it began', () => {
    const standing = { ...well, since: now - 1.5 * day };
    const events = [
      change(now - 2 * day, 'working', 'expired'),
      change(now - 1.5 * day, 'expired', 'working'),
    ];
    expect(worstByDay(standing, events, starts, now)[2]).toBe('working');
  });

  it('begins on the day that the account was first seen, and then is no less than that day', () => {
    const standing = { ...well, firstSeenAt: now - 2 * day, since: now - 2 * day };
    const added = [change(now - 2 * day, 'absent', 'working')];
    const expected = ['absent', 'working', 'working', 'working'];
    expect(worstByDay(standing, added, starts, now)).toEqual(expected);
    expect(worstByDay(standing, [], starts, now)).toEqual(expected);
  });

  it('is not known before the present state where the history tells nothing of it', () => {
    const standing = { ...well, condition: 'expired', since: now - 2 * day } as const;
    expect(worstByDay(standing, [], starts, now)).toEqual([
      'absent',
      'expired',
      'expired',
      'expired',
    ]);
  });

  it('is of an account whose listing missed it before the event says so', () => {
    const standing = { ...well, condition: 'unlisted', since: now - 0.5 * day - 1 } as const;
    const events = [change(now - 0.5 * day + hour, 'working', 'unlisted')];
    expect(worstByDay(standing, events, starts, now)).toEqual([
      'working',
      'working',
      'unlisted',
      'unlisted',
    ]);
  });

  it('is not known while its profile was gone', () => {
    const standing = { ...well, since: now };
    const events = [change(now - 3 * day, 'working', 'retired'), change(now, 'retired', 'working')];
    expect(worstByDay(standing, events, starts, now)).toEqual([
      'working',
      'absent',
      'absent',
      'working',
    ]);
  });

  it('is nothing that it went through before it was taken away and added anew', () => {
    const standing = { ...well, firstSeenAt: now - 2 * day, since: now - 2 * day };
    const events = [
      change(now - 2 * day - 2 * hour, 'working', 'expired'),
      change(now - 2 * day - hour, 'expired', 'absent'),
      change(now - 2 * day, 'absent', 'working'),
    ];
    expect(worstByDay(standing, events, starts, now)).toEqual([
      'absent',
      'working',
      'working',
      'working',
    ]);
  });

  it('is of today where the clock was set back behind all that is known', () => {
    const standing = { ...well, firstSeenAt: now + day, since: now + 2 * day };
    const expected = ['absent', 'absent', 'absent', 'working'];
    expect(worstByDay(standing, [], starts, now)).toEqual(expected);
    const ahead = [change(now + 2 * day, 'expired', 'working')];
    expect(worstByDay(standing, ahead, starts, now)).toEqual(expected);
  });
});

const states: readonly DayState[] = [...troubles, 'working', 'absent'];
const anyCondition = fc.constantFrom<Condition>('working', ...troubles);
/** Few moments, so that events, days and the first sight meet. */
const anyTime = fc.integer({ min: 0, max: 60 });

/** An account's course as it is noted: each event leads on from where the last one led. */
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

const anyDays = fc
  .array(fc.integer({ min: 1, max: 9 }), { minLength: 1, maxLength: 9 })
  .map((lengths) => lengths.map((_, i) => lengths.slice(0, i).reduce((a, b) => a + b, 0)));

describe('the days of any account', () => {
  it('hold the worst of all their moments, however long they are', () => {
    fc.assert(
      fc.property(anyPast, anyDays, ({ standing, first, events }, dayStarts) => {
        const end = 61;
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

  it('do not depend on the order of the events', () => {
    fc.assert(
      fc.property(anyPast, anyDays, ({ standing, events }, dayStarts) => {
        expect(worstByDay(standing, events.toReversed(), dayStarts, 61)).toEqual(
          worstByDay(standing, events, dayStarts, 61),
        );
      }),
    );
  });

  it('end in what it is now, or in worse, whatever events there are', () => {
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
        const before = days.filter((_, i) => (dayStarts[i + 1] ?? 61) <= first);
        expect(before.every((state) => state === 'absent')).toBe(true);
      }),
    );
  });
});

describe('the last days', () => {
  const zone = process.env.TZ;
  afterEach(() => {
    if (zone === undefined) delete process.env.TZ;
    else process.env.TZ = zone;
  });

  it.each([
    ['Europe/Berlin', '2026-03-30T12:00:00+02:00', [24, 23]],
    ['Europe/Berlin', '2026-10-26T12:00:00+01:00', [24, 25]],
    ['Asia/Kolkata', '2026-03-30T12:00:00+05:30', [24, 24]],
  ])('are those of the calendar in %s on %s', (timeZone, at, hours) => {
    process.env.TZ = timeZone;
    const days = lastDays(3, Date.parse(at));
    expect(days.slice(1).map((start, i) => (start - (days[i] ?? 0)) / hour)).toEqual(hours);
    expect(days.map((start) => new Date(start).getHours())).toEqual([0, 0, 0]);
    expect(new Date(days[2] ?? 0).toDateString()).toBe(new Date(at).toDateString());
  });

  it('come from the oldest to today, one for each date', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 100 }),
        fc.integer({ min: 0, max: 900 }),
        (count, ago) => {
          const days = lastDays(count, now - ago * day);
          expect(new Set(days.map((start) => new Date(start).toDateString())).size).toBe(count);
          expect(days).toEqual(days.toSorted((a, b) => a - b));
          expect(days.at(-1)).toBeLessThanOrEqual(now - ago * day);
        },
      ),
    );
  });
});

describe('runs', () => {
  it('put alike neighbours together, and lose no day', () => {
    expect(runsOf(['absent', 'working', 'working', 'expired', 'working'])).toEqual([
      { state: 'absent', days: 1 },
      { state: 'working', days: 2 },
      { state: 'expired', days: 1 },
      { state: 'working', days: 1 },
    ]);
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...states)), (days) => {
        const runs = runsOf(days);
        expect(runs.flatMap((run) => Array(run.days).fill(run.state))).toEqual(days);
        expect(runs.every(({ state }, i) => state !== runs[i + 1]?.state)).toBe(true);
      }),
    );
  });
});
