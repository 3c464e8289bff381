import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { parseJson } from '@/utils/services/json';

/** Integers on either side of 2^53, where numbers begin to be rounded, and far beyond it. */
const anyInteger = fc.oneof(
  fc.bigInt(-(2n ** 54n), 2n ** 54n),
  fc.bigInt(2n ** 53n - 4n, 2n ** 53n + 4n),
  fc.bigInt(-(10n ** 400n), 10n ** 400n),
);

describe('parseJson', () => {
  it('gives what JSON.parse gives, except for integers that JSON.parse would round', () => {
    const isRounded = (value: unknown) =>
      Number.isInteger(value) && !Number.isSafeInteger(value) && !String(value).includes('e');
    fc.assert(
      fc.property(fc.json(), (text) => {
        const expected = JSON.parse(text, (_, value) => (isRounded(value) ? `${value}` : value));
        expect(parseJson(text)).toEqual(expected);
      }),
    );
  });

  it('keeps the digits of a bare integer', () => {
    expect(parseJson('9007199254740993')).toBe('9007199254740993');
    expect(parseJson('-9007199254740993')).toBe('-9007199254740993');
    expect(parseJson('142')).toBe(142);
  });

  it('keeps every digit of an integer, as text if a number cannot hold it', () => {
    const anyGap = fc.string({ unit: fc.constantFrom(' ', '\n', '\t', '\r'), maxLength: 2 });
    fc.assert(
      fc.property(anyInteger, anyGap, anyGap, (integer, before, after) => {
        const value = Number.isSafeInteger(Number(integer)) ? Number(integer) : String(integer);
        const text = `${before}${integer}${after}`;
        expect(parseJson(`{"id":${text},"ids":[${text},${text}]}`)).toEqual({
          id: value,
          ids: [value, value],
        });
      }),
    );
  });

  it('reads a usual answer by JSON.parse alone, each value once', () => {
    const text = '{"data":[{"id":142,"platformAccountId":"1234567890123456789"}]}';
    const parse = vi.spyOn(JSON, 'parse');
    parseJson(text);
    expect(parse).toHaveBeenCalledExactlyOnceWith(text);
    parse.mockRestore();
  });

  it('leaves strings, fractions and exponents as they are', () => {
    const text = '["id: 9007199254740993", "9007199254740993", 1.5, 9007199254740993.5, 1e30, 0]';
    expect(parseJson(`[9007199254740993, ${text}]`)).toEqual([
      '9007199254740993',
      ['id: 9007199254740993', '9007199254740993', 1.5, 9007199254740994, 1e30, 0],
    ]);
  });

  it('keeps a key named like a prototype in its object', () => {
    const value = parseJson('{"__proto__":{"status":"active"},"id":9007199254740993}');
    expect(Object.getPrototypeOf(value)).toBe(Object.prototype);
    expect(value).toHaveProperty('id', '9007199254740993');
    expect(value).not.toHaveProperty('status');
  });

  it.each(['', '{', '[9007199254740993', '09007199254740993', 'undefined'])(
    'throws like JSON.parse for %s',
    (text) => {
      expect(() => parseJson(text)).toThrow(SyntaxError);
    },
  );
});
