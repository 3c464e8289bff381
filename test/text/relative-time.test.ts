import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { comingTime, exactTime, relativeTime, timeInWords } from '@/utils/text/relative-time';
import { day, hour, minute, now, second } from '../builders';

describe('relativeTime', () => {
  it.each([
    ['just now', 0],
    ['just now', -59 * second],
    ['any moment', minute - 1],
    ['1 min ago', -minute],
    ['2 min ago', -2 * minute],
    ['in 13 min', 13 * minute],
    ['59 min ago', -59.4 * minute],
    ['1 h ago', -59.6 * minute],
    ['1 h ago', -hour],
    ['23 h ago', -23.4 * hour],
    ['yesterday', -23.8 * hour],
    ['tomorrow', 23.8 * hour],
    ['in 6 h', 6 * hour],
    ['yesterday', -day],
    ['tomorrow', day],
    ['12 days ago', -12 * day],
  ])('is "%s" for %i ms', (text, away) => {
    expect(relativeTime(now + away, now, 'en')).toBe(text);
  });

  it.each([
    ['yesterday', -33 * hour],
    ['2 days ago', -34 * hour],
    ['tomorrow', 38 * hour],
    ['in 2 days', 39 * hour],
  ])('is "%s" by the calendar, %i ms from a morning', (text, away) => {
    const morning = new Date(2026, 4, 4, 9, 30).getTime();
    expect(relativeTime(morning + away, morning, 'en')).toBe(text);
  });

  it('counts hours within the same day', () => {
    const night = new Date(2026, 4, 4, 23, 55).getTime();
    expect(relativeTime(night - 23.8 * hour, night, 'en')).toBe('24 h ago');
  });

  it('uses the given language', () => {
    expect(relativeTime(now - 2 * hour, now, 'de')).toBe('vor 2 Std');
  });

  it('returns a text for any time', () => {
    fc.assert(
      fc.property(fc.integer({ min: -400 * day, max: 400 * day }), (away) => {
        expect(relativeTime(now + away, now, 'en')).not.toBe('');
      }),
    );
  });
});

it('has no full stop of its own at the end of a sentence', () => {
  expect(timeInWords(now + 13 * minute, now, 'en')).toBe('in 13 minutes');
  expect(timeInWords(now - hour, now, 'pt-BR')).toBe('há 1 hora');
});

describe('exactTime', () => {
  it('has the date and the time', () => {
    const text = exactTime(new Date(2026, 4, 4, 9, 30).getTime(), 'en-GB');
    expect(text).toBe('4 May 2026, 09:30');
  });
});

describe('comingTime', () => {
  const nine = new Date(2026, 4, 4, 9, 0).getTime();
  const at = (day: number, hours: number, minutes: number) =>
    new Date(2026, 4, day, hours, minutes).getTime();

  it.each([
    ['today 14:30', at(4, 14, 30)],
    ['tomorrow 00:05', at(5, 0, 5)],
    ['Wed 6 May 09:00', at(6, 9, 0)],
    ['Mon 11 May 08:00', at(11, 8, 0)],
  ])('is "%s"', (text, moment) => {
    expect(comingTime(moment, nine, 'en-GB')).toBe(text);
  });

  it('uses the given language', () => {
    expect(comingTime(at(4, 14, 30), nine, 'de')).toBe('heute 14:30');
  });
});
