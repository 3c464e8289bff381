/**
 * What a number may begin after, and so many digits that it may lie beyond 2^53. In an answer as
 * usual there is none. One set of characters is searched for faster than alternatives would be.
 */
const mayBeLarge = /[:,[\s-]\d{16}/;
/** Nothing stands before a number that is all of the text. */
const isNumber = /^\d/;

/**
 * `JSON.parse`, but an integer beyond 2^53 comes back as a text of all its digits: as a number it
 * would be rounded, and two accounts with such ids could become one. Throws as `JSON.parse` does.
 *
 * https://developer.mozilla.org/docs/Web/JavaScript/Reference/Global_Objects/JSON/parse#reviver
 */
export function parseJson(text: string): unknown {
  return mayBeLarge.test(text) || isNumber.test(text)
    ? JSON.parse(text, keepDigits)
    : JSON.parse(text);
}

function keepDigits(_key: string, value: unknown, context?: { source?: string }): unknown {
  if (typeof value !== 'number' || Number.isSafeInteger(value)) return value;
  const { source = '' } = context ?? {};
  return /^-?\d+$/.test(source) ? source : value;
}
