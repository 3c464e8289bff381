import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cleanText, httpsUrl } from '@/utils/services/text';

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

describe('httpsUrl', () => {
  it.each([
    ['https://cdn.example.com/a.jpg', 'https://cdn.example.com/a.jpg'],
    ['HTTPS://cdn.example.com', 'https://cdn.example.com/'],
    ['http://cdn.example.com/a.jpg', undefined],
    ['javascript:alert(1)', undefined],
    ['data:image/svg+xml,<svg/>', undefined],
    ['blob:https://cdn.example.com/a', undefined],
    ['//cdn.example.com/a.jpg', undefined],
    ['[https://cdn.example.com/a](https://cdn.example.com/a)', undefined],
    ['https://alice@cdn.example.com/a.jpg', undefined],
    ['https://:secret@cdn.example.com/a.jpg', undefined],
    ['https://', undefined],
    ['', undefined],
    [null, undefined],
    [undefined, undefined],
  ])('of %s is %s', (text, url) => {
    expect(httpsUrl(text)).toBe(url);
  });

  it('is an https address or nothing, whatever comes', () => {
    const anyAddress = fc.oneof(fc.string(), fc.webUrl({ validSchemes: ['https', 'http', 'ftp'] }));
    fc.assert(
      fc.property(anyAddress, (text) => {
        const url = httpsUrl(text);
        expect(url === undefined || url.startsWith('https://')).toBe(true);
      }),
    );
  });
});
