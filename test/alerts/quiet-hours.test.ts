import fc from 'fast-check';
import { afterEach, describe, expect, it } from 'vitest';
import { afterQuietHours } from '@/utils/alerts/quiet-hours';
import { day, minute } from '../builders';

const home = process.env.TZ;
afterEach(() => moveTo(home));

/** As if the computer stood in another time zone. */
function moveTo(timeZone: string | undefined): void {
  if (timeZone === undefined) delete process.env.TZ;
  else process.env.TZ = timeZone;
}

/** What a wall clock in a zone shows, worked out independently of the code under test. */
function wallClock(timeZone: string) {
  const format = new Intl.DateTimeFormat('sv-SE', { timeZone, timeStyle: 'short' });
  return (at: number) => format.format(at);
}

const night = { on: true, from: '22:00', to: '07:00' };
const at = (text: string) => Date.parse(text);

describe('a notification during quiet hours', () => {
  it.each([
    ['21:59', '21:59'],
    ['22:00', '07:00'],
    ['23:30', '07:00'],
    ['03:00', '07:00'],
    ['06:59', '07:00'],
    ['07:00', '07:00'],
  ])('at %s is shown at %s when quiet hours span midnight', (time, shownAt) => {
    moveTo('UTC');
    const moment = at(`2026-05-04T${time}:00Z`);
    expect(new Date(afterQuietHours(night, moment)).toISOString()).toContain(`T${shownAt}:00.000Z`);
  });

  it('waits from the first to the last millisecond', () => {
    moveTo('UTC');
    expect(afterQuietHours(night, at('2026-05-04T21:59:59.999Z'))).toBe(
      at('2026-05-04T21:59:59.999Z'),
    );
    const end = at('2026-05-04T07:00:00Z');
    expect(afterQuietHours(night, at('2026-05-04T06:59:59.999Z'))).toBe(end);
  });

  it('waits at noon if noon is in quiet hours', () => {
    moveTo('UTC');
    const noon = { on: true, from: '12:00', to: '13:30' };
    expect(afterQuietHours(noon, at('2026-05-04T12:10:00Z'))).toBe(at('2026-05-04T13:30:00Z'));
    expect(afterQuietHours(noon, at('2026-05-04T13:30:00Z'))).toBe(at('2026-05-04T13:30:00Z'));
  });

  it.each([
    ['they are off', { ...night, on: false }],
    ['they begin and end at the same time', { on: true, from: '22:00', to: '22:00' }],
  ])('does not wait if %s', (_, hours) => {
    const late = at('2026-05-04T22:00:00Z');
    for (let i = 0; i < 24; i += 1) {
      expect(afterQuietHours(hours, late + i * 60 * minute)).toBe(late + i * 60 * minute);
    }
  });

  it('follows the computer’s current time zone', () => {
    const moment = at('2026-05-04T21:00:00Z');
    moveTo('America/New_York');
    expect(afterQuietHours(night, moment)).toBe(moment);
    moveTo('Europe/Berlin');
    expect(afterQuietHours(night, moment)).toBe(at('2026-05-05T05:00:00Z'));
  });

  it('waits an hour less or more when clocks change during the night', () => {
    moveTo('Europe/Berlin');
    expect(afterQuietHours(night, at('2026-03-28T21:00:00Z'))).toBe(at('2026-03-29T05:00:00Z'));
    expect(afterQuietHours(night, at('2026-10-24T20:00:00Z'))).toBe(at('2026-10-25T06:00:00Z'));
  });

  it('is shown at once if a clock change skips the end', () => {
    moveTo('Europe/Berlin');
    const early = { ...night, to: '02:30' };
    expect(afterQuietHours(early, at('2026-03-28T23:00:00Z'))).toBe(at('2026-03-29T01:00:00Z'));
  });

  it('waits through exactly the quiet minutes, in any time zone', () => {
    const anyTime = fc
      .tuple(fc.nat(23), fc.nat(59))
      .map((parts) => parts.map((part) => String(part).padStart(2, '0')).join(':'));
    const anyMoment = fc
      .tuple(
        // Days around clock changes in one of the zones.
        fc.constantFrom('2026-03-08', '2026-03-28', '2026-04-04', '2026-10-24', '2026-11-01'),
        fc.integer({ min: -day, max: 2 * day }),
      )
      .map(([date, off]) => Date.parse(`${date}T12:00:00Z`) + off);
    const anyZone = fc.constantFrom(
      'UTC',
      'Europe/Berlin',
      'America/New_York',
      'Australia/Lord_Howe',
      'Asia/Kathmandu',
      'Pacific/Auckland',
    );
    fc.assert(
      fc.property(anyZone, anyTime, anyTime, anyMoment, (zone, from, to, moment) => {
        moveTo(zone);
        const shown = wallClock(zone);
        const isQuiet = (when: number) => {
          const time = shown(when);
          if (from < to) return time >= from && time < to;
          return from !== to && (time >= from || time < to);
        };
        const shownAt = afterQuietHours({ on: true, from, to }, moment);
        expect(isQuiet(shownAt)).toBe(false);
        expect(shownAt === moment).toBe(!isQuiet(moment));
        // It waits no longer than needed: the minute before is quiet, and so are earlier ones.
        const loud: number[] = [];
        for (let when = shownAt - 1; when > moment; when -= 29 * minute) {
          if (!isQuiet(when)) loud.push(when);
        }
        expect(loud).toEqual([]);
      }),
      { numRuns: 300 },
    );
  });
});
