import { services } from './registry';
import { failure } from './result';

/** Deeper levels are shown as `…`. */
const mostLevels = 8;
/** Objects with more names than this are maps, whose names are data. */
const mostNames = 30;
/** Characters. */
const longestText = 2_000;
const hiddenName = '<name>';

/**
 * The shape of an answer for diagnostics: field names, types and list lengths, in at most 2,000
 * characters, without any value. All entries of a list are described as one.
 */
export function shapeOf(json: unknown): string {
  return textOf([json]).slice(0, longestText);
}

/** A failure for JSON of an unexpected shape. */
export function otherShape(json: unknown) {
  return failure({ kind: 'unreadable', reason: 'shape' }, shapeOf(json));
}

/** The JSON type of a value. */
export function typeOf(value: unknown): string {
  if (Array.isArray(value)) return 'list';
  return value === null ? 'null' : typeof value;
}

/**
 * Groups the values of several objects by field name. Names that may be data share one entry: those
 * of a map, and those that aren't letters and underscores, such as ids, hosts and tokens.
 */
export function fieldsOf(objects: readonly unknown[]): Map<string, [string, unknown][]> {
  const fields = objects.flatMap((object): [string, unknown][] => Object.entries(object ?? {}));
  const names = new Set(fields.map(([name]) => name));
  const kinds = new Set(
    fields.map(([, value]) => typeOf(value) === 'object' && keysOf(value).join()),
  );
  const isMap = names.size > mostNames || (names.size > 1 && kinds.size === 1 && !kinds.has(false));
  return Map.groupBy(fields, ([name]) => (isMap || !isFieldName(name) ? hiddenName : name));
}

function keysOf(value: unknown): string[] {
  return Object.keys(value ?? {});
}

function isFieldName(name: string): boolean {
  const isKey = Object.values(services).some(
    // Without an example key, the pattern accepts everything.
    ({ keyExample, keyPattern }) => keyExample && keyPattern.test(name),
  );
  return !isKey && /^[a-z_]{1,30}$/i.test(name);
}

/** Describes what values in the same place have in common. */
function textOf(values: readonly unknown[], levels = mostLevels): string {
  const texts = [...Map.groupBy(values, typeOf)].map(([type, alike]) => {
    if (type !== 'list' && type !== 'object') return type;
    if (levels === 0) return '…';
    if (type === 'list') {
      const lengths = new Set(alike.map((list) => keysOf(list).length));
      return `[${[...lengths].sort().join('/')} × ${textOf(alike.flat(), levels - 1)}]`;
    }
    const fields = [...fieldsOf(alike)].map(([name, found]) => {
      const inner = found.map(([, value]) => value);
      return `${name}${found.length < alike.length ? '?' : ''}: ${textOf(inner, levels - 1)}`;
    });
    return `{${fields.sort().join(', ')}}`;
  });
  // Sorted, so that the order of entries doesn't change the shape.
  return texts.sort().join(' | ');
}
