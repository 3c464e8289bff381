import type { ApiAnswer } from './answer.ts';

/**
 * How an answer differs from the documents. `field` is a path such as `accounts.type`, and means
 * that field of each entry.
 */
export type Difference =
  | { kind: 'missing'; field: string }
  /** A field that no document knows, or a known one with another value. */
  | { kind: 'value'; field: string; value: unknown }
  | { kind: 'status'; status: number }
  | { kind: 'header'; name: string; value: string };

/** The answer with the difference. */
export function differing(answer: ApiAnswer, difference: Difference): ApiAnswer {
  switch (difference.kind) {
    case 'status':
      return { ...answer, status: difference.status };
    case 'header':
      return { ...answer, headers: { ...answer.headers, [difference.name]: difference.value } };
    default:
      return { ...answer, json: withField(answer.json, difference.field.split('.'), difference) };
  }
}

function withField(
  json: unknown,
  [name = '', ...rest]: readonly string[],
  difference: Extract<Difference, { field: string }>,
): unknown {
  if (Array.isArray(json))
    return json.map((entry) => withField(entry, [name, ...rest], difference));
  if (typeof json !== 'object' || json === null) return json;
  const { [name]: inner, ...others }: Record<string, unknown> = { ...json };
  if (rest.length > 0) {
    return name in json ? { ...json, [name]: withField(inner, rest, difference) } : json;
  }
  return difference.kind === 'missing' ? others : { ...json, [name]: difference.value };
}
