import { services } from './registry';
import { failure } from './result';

/** Lists and objects that lie deeper are shown as `…`. */
const mostLevels = 8;
/** Objects with more names are maps, and their names are data. */
const mostNames = 30;
/** Characters. */
const longestText = 2_000;
const hiddenName = '<name>';

/**
 * The shape of an answer for diagnostics: field names, types and lengths of lists, in at most 2,000
 * characters and without any value. All entries of a list are described as one.
 */
export function shapeOf(json: unknown): string {
  return textOf([json]).slice(0, longestText);
}

/** The result of an answer that is JSON of another shape than expected. */
export function otherShape(json: unknown) {
  return failure({ kind: 'unreadable', reason: 'shape' }, shapeOf(json));
}

/** The JSON type of a value. */
export function typeOf(value: unknown): string {
  if (Array.isArray(value)) return 'list';
  return value === null ? 'null' : typeof value;
}

/**
 * What objects have under each field name. Names that may be data share one entry: those of a map
 * by account, say, and those that aren't letters and underscores, such as ids, hosts and tokens.
 */
export function fieldsOf(objects: readonly unknown[]): Map<string, [string, unknown][]> {
  const fields = objects.flatMap((object): [string, unknown][] => Object.entries(object ?? {}));
  const names = new Set(fields.map(([name]) => name));
  const kinds = new Set(fields.map(([, value]) => typeOf(value) === 'object' && keysOf(value)));
  const isMap = names.size > mostNames || (names.size > 1 && kinds.size === 1 && !kinds.has(false));
  return Map.groupBy(fields, ([name]) => (isMap || !isFieldName(name) ? hiddenName : name));
}

function keysOf(value: unknown): string {
  return Object.keys(value ?? {}).join();
}

function isFieldName(name: string): boolean {
  const isKey = Object.values(services).some(
    // Without an example, nobody knows how keys look, and the pattern takes everything.
    ({ keyExample, keyPattern }) => keyExample && keyPattern.test(name),
  );
  return !isKey && /^[a-z_]{1,30}$/i.test(name);
}

/** What values in the same place have in common. */
function textOf(values: readonly unknown[], levels = mostLevels): string {
  const texts = [...Map.groupBy(values, typeOf)].map(([type, alike]) => {
    if (type !== 'list' && type !== 'object') return type;
    if (levels === 0) return '…';
    if (type === 'list') {
      const lengths = new Set(alike.map(lengthOf));
      return `[${[...lengths].sort().join('/')} × ${textOf(alike.flat(), levels - 1)}]`;
    }
    const fields = [...fieldsOf(alike)].map(([name, found]) => {
      const inner = found.map(([, value]) => value);
      return `${name}${found.length < alike.length ? '?' : ''}: ${textOf(inner, levels - 1)}`;
    });
    return `{${fields.sort().join(', ')}}`;
  });
  // Sorted, so that the same entries in another order have the same shape.
  return texts.sort().join(' | ');
}

function lengthOf(list: unknown): number {
  return Object.keys(list ?? {}).length;
}
