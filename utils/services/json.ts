/**
 * The start of a number with 16 or more digits, which may exceed 2^53. Ordinary answers have none.
 * One character class is faster to search for than alternatives.
 */
const mayBeLarge = /[:,[\s-]\d{16}/;
/** A number that is the whole text has nothing before it. */
const isNumber = /^\d/;

/**
 * `JSON.parse`, but integers beyond 2^53 become texts with all their digits. Rounded to numbers,
 * two such ids could become the same account. Throws as `JSON.parse` does.
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
