import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { httpsUrl } from '@/utils/services/https-url';
import { anyText } from '../../any-text';

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
  ])('turns %s into %s', (text, url) => {
    expect(httpsUrl(text)).toBe(url);
  });

  it('returns an https address or nothing for any input', () => {
    const anyScheme = fc.constantFrom('https', 'http', 'ftp', 'javascript');
    const anyAddress = fc.tuple(anyScheme, fc.constantFrom('://', ':', '//'), anyText);
    fc.assert(
      fc.property(
        fc.oneof(
          anyText,
          anyAddress.map((parts) => parts.join('')),
        ),
        (text) => {
          const url = httpsUrl(text);
          expect(url === undefined || url.startsWith('https://')).toBe(true);
        },
      ),
    );
  });
});
