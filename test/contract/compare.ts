import { fieldsOf, typeOf } from '../../utils/services/shape.ts';

/** One way in which an answer differs from the documents. It holds no value. */
export interface Difference {
  kind:
    | 'missing field'
    | 'extra field'
    | 'other type'
    | 'other word'
    | 'other status'
    | 'other header'
    | 'not read';
  where: string;
  documented: string;
  answered: string;
}

/**
 * Compares values in the same place of several answers.
 *
 * @param where their path, such as `accounts[]`; empty for the whole answer
 */
export function compare(
  documented: readonly unknown[],
  answered: readonly unknown[],
  where = '',
): Difference[] {
  if (documented.length === 0 || answered.length === 0) return [];
  const known = typesOf(documented);
  const found = typesOf(answered);
  const others = found.filter((type) => !known.includes(type));
  const differences: Difference[] = [];
  if (others.length > 0) {
    const types = { documented: known.join(' or '), answered: others.join(' or ') };
    differences.push({ kind: 'other type', where, ...types });
  }
  const listed = compare(entriesIn(documented), entriesIn(answered), `${where}[]`);
  return [
    ...differences,
    ...compareFields(objectsIn(documented), objectsIn(answered), where),
    ...listed,
  ];
}

function compareFields(
  documented: readonly unknown[],
  answered: readonly unknown[],
  within: string,
): Difference[] {
  const known = fieldsOf(documented);
  const found = fieldsOf(answered);
  // An object that is documented without fields may have any.
  if (known.size === 0 || answered.length === 0) return [];
  const missing = [...known].flatMap(([name, { length }]): Difference[] => {
    const count = found.get(name)?.length ?? 0;
    if (length < documented.length || count === answered.length) return [];
    const where = fieldPath(within, name);
    const text = count === 0 ? 'absent' : 'absent in some entries';
    return [{ kind: 'missing field', where, documented: typesIn(known.get(name)), answered: text }];
  });
  const others = [...found].flatMap(([name, fields]): Difference[] => {
    const where = fieldPath(within, name);
    const expected = known.get(name);
    if (expected) return compare(valuesOf(expected), valuesOf(fields), where);
    return [{ kind: 'extra field', where, documented: 'absent', answered: typesIn(fields) }];
  });
  return [...missing, ...others];
}

/** The path of a field within another path, which is empty for the whole answer. */
export function fieldPath(within: string, name: string): string {
  return within ? `${within}.${name}` : name;
}

type Fields = readonly (readonly [string, unknown])[];

function valuesOf(fields: Fields): unknown[] {
  return fields.map(([, value]) => value);
}

function typesIn(fields: Fields = []): string {
  return typesOf(valuesOf(fields)).join(' or ');
}

function typesOf(values: readonly unknown[]): string[] {
  return [...new Set(values.map(typeOf))].sort();
}

function entriesIn(values: readonly unknown[]): unknown[] {
  return values.filter((value) => Array.isArray(value)).flat();
}

function objectsIn(values: readonly unknown[]): unknown[] {
  return values.filter((value) => typeOf(value) === 'object');
}
