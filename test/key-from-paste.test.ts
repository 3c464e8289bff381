import { describe, expect, it } from 'vitest';
import { keyFromPaste } from '@/utils/key-from-paste';
import { apiKeySchema } from '@/utils/state/connection-fields';

const schedPilot = ['smm', 'a1b2c3d4e5f6g7h8'].join('_');
const synposter = ['sk', 'live', 'q9w8e7r6t5y4u3i2'].join('_');
const odd = 'odd-key.of+another/look==';

describe.each([schedPilot, synposter, odd])('an API key in pasted text', (key) => {
  const half = Math.ceil(key.length / 2);
  it.each([
    ['nothing else', key],
    ['spaces and line ends', `  ${key}\t\r\n`],
    ['non-breaking spaces', `\u00a0${key}\u202f`],
    ['a byte order mark', `\ufeff${key}`],
    [
      'zero-width characters, also within',
      `\u200b${key.slice(0, half)}\u200d${key.slice(half)}\u2060`,
    ],
    ['direction marks', `\u200e${key}\u202c`],
    ['straight quotes', `"${key}"`],
    ['single quotes', `'${key}'`],
    ['typographic quotes', `“${key}”`],
    ['German quotes', `„${key}“`],
    ['single typographic quotes', `‘${key}’`],
    ['guillemets', `« ${key} »`],
    ['backticks', `\`${key}\``],
    ['three backticks', `\`\`\`\n${key}\n\`\`\``],
    ['quotes within quotes', `“'${key}'”`],
    ['only the first quote', `"${key}`],
    ['Bearer', `Bearer ${key}`],
    ['an X-API-KEY header', `X-API-KEY: ${key}`],
    ['an x-api-key assignment', `x-api-key=${key}`],
    ['an Authorization header', `Authorization: Bearer ${key}`],
    ['a header in JSON', `{ "X-API-KEY": "${key}" }`],
    ['a header in a script', `headers: { 'x-api-key': '${key}', Accept: '*/*' },`],
    ['a curl line', `curl https://api.example.com/v1/accounts -H "X-API-KEY: ${key}"`],
    [
      'a curl line with other headers',
      `$ curl -s -H 'Accept: application/json' -H 'x-api-key: ${key}' 'https://api.example.com/v1?a=b'`,
    ],
    [
      'a curl line of several lines',
      `curl --request GET \\\n  --url https://api.example.com/v1/accounts \\\n  --header "Authorization: Bearer ${key}" \\\n  --header 'Content-Type: application/json'\n`,
    ],
    [
      'a curl line whose line ends were lost',
      `curl https://api.example.com/v1/accounts \\-H "X-API-KEY: ${key}" \\-H "Accept: */*"`,
    ],
    ['a curl header without quotes', `curl -H X-API-KEY:${key} https://api.example.com/v1`],
    ['a line of .env', `SYNPOSTER_API_KEY=${key}`],
    ['an exported line of .env', `export SYNPOSTER_API_KEY="${key}"`],
    ['a line of .env with a comment', `SCHEDPILOT_KEY='${key}' # the team's key`],
    ['a line of .env with a comment and no quotes', `SCHEDPILOT_KEY=${key} # from the dashboard`],
    ['a line of .env with a semicolon', `export API_TOKEN = "${key}";`],
    ['a PowerShell variable', `$env:SYNPOSTER_API_KEY = "${key}"`],
  ])('is found in %s', (_, text) => {
    expect(keyFromPaste(text)).toBe(key);
    expect(apiKeySchema.parse(text)).toBe(key);
  });
});

it('is found after words that a person typed before it', () => {
  expect(keyFromPaste(`Your API key： ${schedPilot}`)).toBe(schedPilot);
  expect(keyFromPaste(`the key is (${synposter})`)).toBe(synposter);
});

it('is not searched for in very long texts', () => {
  const long = `X-API-KEY: ${'x-api-key: '.repeat(100_000)}`;
  expect(keyFromPaste(`${long} `)).toBe(long.trim());
});

describe('a text without a key', () => {
  it.each([
    ['two words', 'two words'],
    ['a key with a space in it', 'smm_abc def'],
    ['a key with a letter that no key has', 'smm_abcäef'],
    ['two keys, of which either may be meant', `${schedPilot} ${synposter}`],
    ['a curl line without a key', 'curl https://api.example.com/v1/accounts'],
  ])('is left for the user to check: %s', (_, text) => {
    expect(keyFromPaste(text)).toBe(text);
    expect(apiKeySchema.safeParse(text).success).toBe(false);
  });

  it('gives an empty key if it has only quotes and spaces', () => {
    expect(keyFromPaste(' “\u200b” ')).toBe('');
  });
});

it('does not take part of an unusual key for the whole', () => {
  for (const key of [
    'smm_abc-def',
    'smm_abc=def',
    'smm_abc.def',
    'c2VjcmV0==',
    'a:b',
    'sk_live_a&b',
  ]) {
    expect(keyFromPaste(key)).toBe(key);
  }
});
