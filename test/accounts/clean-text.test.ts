import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cleanText } from '@/utils/accounts/clean-text';

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

  it('cuts after 200 characters, never through one', () => {
    expect(cleanText('🌼'.repeat(201))).toBe('🌼'.repeat(200));
  });

  it('gives what is fit to show, whatever comes', () => {
    const anyText = fc
      .array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 300 })
      .map((units) => String.fromCharCode(...units));
    const directionOrControl = /[\p{Cc}\p{Bidi_Control}]/u;
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
