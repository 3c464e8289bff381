import type * as z from 'zod/mini';
import type { Key } from './area';

type Migration = (old: unknown) => unknown;

/** One value in extension storage: its key, its shape, and its value before it is set. */
export interface Item<T> {
  key: Key;
  version: number;
  schema: z.ZodMiniType<T>;
  initial: T;
  migrations: readonly Migration[];
}

/**
 * Describes one stored value.
 *
 * @param migrations from version 1 to 2, from 2 to 3 and so on, which gives the current version. Never
 * remove one: what is stored would be of a newer version, and unreadable.
 */
export function defineItem<T>(
  key: Key,
  schema: z.ZodMiniType<T>,
  initial: NoInfer<T>,
  migrations: readonly Migration[] = [],
): Item<T> {
  return { key, version: migrations.length + 1, schema, initial, migrations };
}

export type Parsed<T> = { kind: 'absent' } | { kind: 'value'; value: T } | { kind: 'unreadable' };

/** A value and its version, stored together so that one write sets both. */
interface Stored {
  version: number;
  value: unknown;
}

/** An item's value in its stored form. */
export function toStored<T>(item: Item<T>, value: NoInfer<Readonly<T>>): Stored {
  return { version: item.version, value };
}

/** Values parsed before: a check changes one of 200 targets, and the others need no parsing. */
const parsedBefore = new WeakMap<object, { schema: unknown; parsed: Parsed<unknown> }>();

/** Parses a stored value as untrusted. An older version is migrated, a newer one is unreadable. */
export function parseStored<T>(item: Item<T>, stored: unknown): Parsed<T> {
  if (stored === undefined || stored === null) return { kind: 'absent' };
  if (typeof stored !== 'object') return { kind: 'unreadable' };
  const before = parsedBefore.get(stored);
  // The same schema parsed this value before, so its type is the schema's.
  if (before?.schema === item.schema) return before.parsed as Parsed<T>;
  const parsed = parse(item, stored);
  parsedBefore.set(stored, { schema: item.schema, parsed });
  return parsed;
}

function parse<T>(item: Item<T>, stored: object): Parsed<T> {
  if (!isStored(stored) || stored.version > item.version) return { kind: 'unreadable' };
  try {
    const missed = item.migrations.slice(stored.version - 1);
    const value = missed.reduce((old, migrate) => migrate(old), stored.value);
    const parsed = item.schema.safeParse(value);
    return parsed.success ? { kind: 'value', value: parsed.data } : { kind: 'unreadable' };
  } catch {
    return { kind: 'unreadable' };
  }
}

/**
 * A migration that renames fields at any depth. None of the old names may be a key that data
 * chooses, such as an id.
 */
export function renaming(names: Readonly<Record<string, string>>): Migration {
  const newNames = new Map(Object.entries(names));
  const renamed = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(renamed);
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(
      Object.entries(value).map(([name, inner]) => [newNames.get(name) ?? name, renamed(inner)]),
    );
  };
  return renamed;
}

function isStored(stored: object): stored is Stored {
  return (
    'version' in stored &&
    Number.isInteger(stored.version) &&
    Number(stored.version) > 0 &&
    'value' in stored
  );
}
