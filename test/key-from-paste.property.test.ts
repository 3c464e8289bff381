import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { keyFromPaste } from '@/utils/key-from-paste';

const lettersAndDigits = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789'];
const anyKey = fc
  .tuple(
    fc.constantFrom('smm_', 'sk_live_'),
    fc.string({ unit: fc.constantFrom(...lettersAndDigits), minLength: 1, maxLength: 60 }),
  )
  .map(([prefix, rest]) => prefix + rest);

const quotes = ['""', "''", '``', '“”', '„“', '‘’', '‚‘', '«»', '»«', '‹›', '「」'] as const;
const names = ['SYNPOSTER_API_KEY', 'SCHEDPILOT_KEY', 'api_token', 'CLIENT.SECRET'] as const;
const headers = ['X-API-KEY: ', 'x-api-key=', 'x-api-key:', 'Authorization: Bearer '] as const;
const spaces = [' ', '\u00a0', '\t', '\r\n', '\u202f', '\u3000'] as const;
const unseen = ['\u200b', '\u200c', '\u200d', '\u2060', '\ufeff', '\u00ad', '\u200e'] as const;

type Wrap = (text: string) => string;

const inQuotes = fc.constantFrom(...quotes).map(
  (pair): Wrap =>
    (text) =>
      `${pair[0]}${text}${pair[1]}`,
);
const inSpaces = fc.tuple(fc.constantFrom(...spaces), fc.constantFrom(...spaces)).map(
  ([before, after]): Wrap =>
    (text) =>
      before + text + after,
);
const withUnseen = fc.tuple(fc.constantFrom(...unseen), fc.nat()).map(([sign, at]): Wrap => {
  return (text) => {
    const place = at % (text.length + 1);
    return text.slice(0, place) + sign + text.slice(place);
  };
});
const behind = fc.constantFrom(...headers, 'Bearer ', 'bearer ').map(
  (start): Wrap =>
    (text) =>
      start + text,
);
const inCurl = fc
  .tuple(
    fc.constantFrom('-H', '--header'),
    fc.constantFrom(...headers),
    fc.constantFrom('""', "''"),
    fc.constantFrom(' ', ' \\\n', ' \\\r\n  '),
  )
  .map(([option, header, [open, close], gap]): Wrap => {
    return (text) =>
      [
        'curl',
        'https://api.example.com/v1',
        `${option} ${open}${header}${text}${close}`,
        '-s',
      ].join(gap);
  });
const inEnv = fc
  .tuple(
    fc.constantFrom('', 'export '),
    fc.constantFrom(...names),
    fc.constantFrom('=', ' = '),
    fc.constantFrom('', ';', ' # the key', '; # the key'),
  )
  .map(([start, name, equals, end]): Wrap => {
    return (text) => start + name + equals + text + end;
  });
const anyWrap = fc.oneof(inQuotes, inSpaces, withUnseen, behind, inCurl, inEnv);

describe('an API key in pasted text', () => {
  it('is found whatever surrounds it', () => {
    fc.assert(
      fc.property(anyKey, fc.array(anyWrap, { maxLength: 5 }), (key, wraps) => {
        expect(keyFromPaste(wraps.reduce((text, wrap) => wrap(text), key))).toBe(key);
      }),
      { numRuns: 2_000 },
    );
  });

  it('is returned unchanged if nothing surrounds it', () => {
    const anyOddKey = fc.stringMatching(/^[\w.+/~=-]{1,80}$/);
    fc.assert(
      fc.property(fc.oneof(anyKey, anyOddKey), (key) => {
        // A name and a value is a line of .env.
        fc.pre(!/(?:key|token|secret)[\w.-]*=[^=]/i.test(key) && !/=(?:smm|sk_live)_\w/.test(key));
        expect(keyFromPaste(key)).toBe(key);
      }),
      { numRuns: 1_000 },
    );
  });

  it('is found the same when searched again', () => {
    const fragments = fc.constantFrom(...quotes, ...headers, ...names, ...spaces, ...unseen);
    const others = fc.constantFrom('Bearer ', 'curl ', '-H ', 'export ', '=', ';', '#', '\\', ',');
    const anyText = fc.oneof(
      fc.string({ unit: 'grapheme' }),
      fc
        .array(fc.oneof(fragments, others, anyKey, fc.string()), { maxLength: 9 })
        .map((parts) => parts.join('')),
    );
    fc.assert(
      fc.property(anyText, (text) => {
        const found = keyFromPaste(text);
        expect(keyFromPaste(found)).toBe(found);
      }),
      { numRuns: 2_000 },
    );
  });
});
