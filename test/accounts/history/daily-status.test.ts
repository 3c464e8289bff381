import fc from 'fast-check';
import { afterEach, describe, expect, it } from 'vitest';
import type { CurrentCondition } from '@/utils/accounts/history/condition-changes';
import { lastDays } from '@/utils/accounts/history/daily-status';
import type { AccountEvent } from '@/utils/accounts/history/event';
import { day, event, hour, now } from '../../builders';
import { worstByDay } from './worst-by-day';

const starts = [now - 3.5 * day, now - 2.5 * day, now - 1.5 * day, now - 0.5 * day];
const well: CurrentCondition = {
  firstSeenAt: now - 30 * day,
  condition: 'working',
  since: now - 30 * day,
};

function change(at: number, from: AccountEvent['from'], to: AccountEvent['to']): AccountEvent {
  return event({ id: `${at}>${to}`, at, from, to });
}

describe('the worst state of each day', () => {
  it('is the current one if nothing ever changed', () => {
    expect(worstByDay(well, [], starts, now)).toEqual(Array(4).fill('working'));
  });

  it('continues from the last change before the day', () => {
    const standing = { ...well, condition: 'expired', since: now - 2 * day } as const;
    const events = [change(now - 2 * day, 'working', 'expired')];
    expect(worstByDay(standing, events, starts, now)).toEqual([
      'working',
      'expired',
      'expired',
      'expired',
    ]);
  });

  it('is the trouble, however briefly it lasted', () => {
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

  it('ignores trouble that ended as the day began', () => {
    const standing = { ...well, since: now - 1.5 * day };
    const events = [
      change(now - 2 * day, 'working', 'expired'),
      change(now - 1.5 * day, 'expired', 'working'),
    ];
    expect(worstByDay(standing, events, starts, now)[2]).toBe('working');
  });

  it('starts on the day the account was first seen', () => {
    const standing = { ...well, firstSeenAt: now - 2 * day, since: now - 2 * day };
    const added = [change(now - 2 * day, 'absent', 'working')];
    const expected = ['absent', 'working', 'working', 'working'];
    expect(worstByDay(standing, added, starts, now)).toEqual(expected);
    expect(worstByDay(standing, [], starts, now)).toEqual(expected);
  });

  it('is unknown before the current state if the history is silent', () => {
    const standing = { ...well, condition: 'expired', since: now - 2 * day } as const;
    expect(worstByDay(standing, [], starts, now)).toEqual([
      'absent',
      'expired',
      'expired',
      'expired',
    ]);
  });

  it('uses the state before an event, even one older than the first listing', () => {
    const standing = { ...well, condition: 'unlisted', since: now - 0.5 * day - 1 } as const;
    const events = [change(now - 0.5 * day + hour, 'working', 'unlisted')];
    expect(worstByDay(standing, events, starts, now)).toEqual([
      'working',
      'working',
      'unlisted',
      'unlisted',
    ]);
  });

  it('is unknown while the profile was gone', () => {
    const standing = { ...well, since: now };
    const events = [change(now - 3 * day, 'working', 'retired'), change(now, 'retired', 'working')];
    expect(worstByDay(standing, events, starts, now)).toEqual([
      'working',
      'absent',
      'absent',
      'working',
    ]);
  });

  it('ignores what happened before the account was removed and added again', () => {
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

  it('starts today if the clock was set back to before the account was first seen', () => {
    const standing = { ...well, firstSeenAt: now + day, since: now + 2 * day };
    const expected = ['absent', 'absent', 'absent', 'working'];
    expect(worstByDay(standing, [], starts, now)).toEqual(expected);
    const ahead = [change(now + 2 * day, 'expired', 'working')];
    expect(worstByDay(standing, ahead, starts, now)).toEqual(expected);
  });
});

describe('lastDays', () => {
  const zone = process.env.TZ;
  afterEach(() => {
    if (zone === undefined) delete process.env.TZ;
    else process.env.TZ = zone;
  });

  it.each([
    ['Europe/Berlin', '2026-03-30T12:00:00+02:00', [24, 23]],
    ['Europe/Berlin', '2026-10-26T12:00:00+01:00', [24, 25]],
    ['Asia/Kolkata', '2026-03-30T12:00:00+05:30', [24, 24]],
  ])('follows the calendar in %s on %s', (timeZone, at, hours) => {
    process.env.TZ = timeZone;
    const days = lastDays(3, Date.parse(at));
    expect(days.slice(1).map((start, i) => (start - (days[i] ?? 0)) / hour)).toEqual(hours);
    expect(days.map((start) => new Date(start).getHours())).toEqual([0, 0, 0]);
    expect(new Date(days[2] ?? 0).toDateString()).toBe(new Date(at).toDateString());
  });

  it('lists each date once, from the oldest to today', () => {
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
