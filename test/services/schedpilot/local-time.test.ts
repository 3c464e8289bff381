import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { momentOf } from '@/utils/services/schedpilot/local-time';

const utc = (text: string) => Date.parse(`${text}Z`);

/** What clocks in a zone show, worked out independently of the code under test. */
function clockIn(timeZone: string) {
  return new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'medium' });
}

const zones = [
  'UTC',
  'Europe/Berlin',
  'America/New_York',
  'America/St_Johns',
  'Australia/Lord_Howe',
  'Asia/Kathmandu',
  'Africa/Casablanca',
  'Pacific/Kiritimati',
  'Pacific/Niue',
];
const anySecond = fc
  .integer({ min: utc('2020-01-01T00:00:00'), max: utc('2035-01-01T00:00:00') })
  .map((at) => Math.floor(at / 1_000) * 1_000);

describe('the moment of a local time', () => {
  it.each([
    ['2026-07-01 14:30:00', 'UTC', '2026-07-01T14:30:00'],
    ['2026-07-01 14:30:00', 'Europe/Berlin', '2026-07-01T12:30:00'],
    ['2026-01-01 14:30:00', 'Europe/Berlin', '2026-01-01T13:30:00'],
    ['2026-01-01 00:15:00', 'Asia/Kathmandu', '2025-12-31T18:30:00'],
    ['2026-01-01 08:00:00', 'Pacific/Kiritimati', '2025-12-31T18:00:00'],
    ['2026-07-01T14:30', 'America/New_York', '2026-07-01T18:30:00'],
  ])('%s in %s is %s', (text, zone, expected) => {
    expect(momentOf(text, zone)).toBe(utc(expected));
  });

  it('is the first of two when clocks are set back', () => {
    expect(momentOf('2026-10-25 02:30:00', 'Europe/Berlin')).toBe(utc('2026-10-25T00:30:00'));
    expect(momentOf('2026-11-01 01:30:00', 'America/New_York')).toBe(utc('2026-11-01T05:30:00'));
  });

  it('is later by the gap when clocks are set forward', () => {
    expect(momentOf('2026-03-29 02:30:00', 'Europe/Berlin')).toBe(utc('2026-03-29T01:30:00'));
    expect(momentOf('2026-03-08 02:10:00', 'America/New_York')).toBe(utc('2026-03-08T07:10:00'));
  });

  it.each([
    ['2026-07-01 14:30:00', 'Mars/Olympus'],
    ['2026-07-01 14:30:00', ''],
    ['2026-04-31 14:30:00', 'UTC'],
    ['2026-13-01 14:30:00', 'UTC'],
    ['2026-07-01 24:30:00', 'UTC'],
    ['2026-07-01 14:60:00', 'UTC'],
    ['2026-07-01', 'UTC'],
    ['tomorrow', 'UTC'],
    ['', 'UTC'],
  ])('is undefined for %o in %o', (text, zone) => {
    expect(momentOf(text, zone)).toBeUndefined();
  });

  it('is the first moment at which clocks there show that time', () => {
    const anyClock = fc.constantFrom(...zones.map((zone) => ({ zone, clock: clockIn(zone) })));
    fc.assert(
      fc.property(anyClock, anySecond, ({ zone, clock }, at) => {
        const shown = clock.format(at);
        const moment = momentOf(shown, zone) ?? Number.NaN;
        expect(clock.format(moment)).toBe(shown);
        expect(moment).toBeLessThanOrEqual(at);
        expect(at - moment).toBeLessThanOrEqual(3_600_000);
      }),
      { numRuns: 500 },
    );
  });

  it('never throws', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (text, zone) => {
        momentOf(text, zone);
        momentOf('2026-07-01 14:30:00', zone);
      }),
    );
  });
});
