import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cleanText } from '@/utils/clean-text';

const directionOrControl = /[\p{Cc}\p{Bidi_Control}]/u;

describe('cleanText', () => {
  it.each([
    ['leaves an honest name as it is', 'Studio Löwenzahn 🌼', 'Studio Löwenzahn 🌼'],
    ['leaves right-to-left scripts as they are', 'مخبز الحي', 'مخبز الحي'],
    ['keeps an emoji of several parts whole', '👩‍💻', '👩‍💻'],
    ['takes direction overrides away', '\u202Eecila\u202C', 'ecila'],
    ['takes direction isolates and marks away', '\u2066a\u2069\u200E\u200F\u061C', 'a'],
    ['takes control characters away', 'a\u0000b\u001B\u007F\u0085\n', 'ab'],
    ['puts a sign where half a character was', 'a\uD83C', 'a\uFFFD'],
    ['trims', '  alice ', 'alice'],
    ['gives nothing for what holds nothing', ' \u202E\n ', undefined],
    ['gives nothing for an empty text', '', undefined],
    ['gives nothing for null', null, undefined],
    ['gives nothing for nothing', undefined, undefined],
  ])('%s', (_, text, clean) => {
    expect(cleanText(text)).toBe(clean);
  });

  it('cuts a text after 200 characters, never within one', () => {
    expect(cleanText('🌼'.repeat(201))).toBe('🌼'.repeat(200));
    expect(cleanText('a'.repeat(201))).toBe('a'.repeat(200));
  });

  it('keeps every other character of plain and other texts', () => {
    const anyUnit = fc.oneof(
      { weight: 20, arbitrary: fc.string({ minLength: 1, maxLength: 1 }) },
      fc.constantFrom('ö', '🌼', '\ud800', '\n', '\u007f', '\u202e', '\u00a0'),
    );
    const anyText = fc.oneof(
      fc.string({ maxLength: 210, size: 'max' }),
      fc.string({ unit: anyUnit, maxLength: 210, size: 'max' }),
    );
    fc.assert(
      fc.property(anyText, (text) => {
        const kept = [...text].filter((character) => !directionOrControl.test(character));
        const trimmed = kept.join('').toWellFormed().trim();
        expect(cleanText(text)).toBe([...trimmed].slice(0, 200).join('') || undefined);
      }),
    );
  });

  it('makes any input fit to show', () => {
    const anyText = fc
      .array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 300 })
      .map((units) => String.fromCharCode(...units));
    fc.assert(
      fc.property(anyText, (text) => {
        const clean = cleanText(text);
        if (clean === undefined) return;
        expect(clean).not.toBe('');
        expect(clean.isWellFormed()).toBe(true);
        expect([...clean].length).toBeLessThanOrEqual(200);
        expect(directionOrControl.test(clean)).toBe(false);
      }),
    );
  });
});
