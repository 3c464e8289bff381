import type * as z from 'zod/mini';
import type { Key } from './area';

/** One value in extension storage: where it lies, its shape, and what it is before it is set. */
export interface Item<T> {
  key: Key;
  version: number;
  schema: z.ZodMiniType<T>;
  initial: T;
  /** From each older version to the next one. */
  migrations?: Readonly<Record<number, (old: unknown) => unknown>>;
}

export type Parsed<T> = { kind: 'absent' } | { kind: 'value'; value: T } | { kind: 'unreadable' };

/**
 * Values are stored with their version in one piece, so that both are written at once.
 */
interface Stored {
  version: number;
  value: unknown;
}

/** An item's value as it lies in storage, with the version that it is of. */
export function toStored<T>(item: Item<T>, value: T): Stored {
  return { version: item.version, value };
}

/** What was parsed before and is still held: of 200 targets, a check changes one. */
const parsedBefore = new WeakMap<object, { schema: unknown; parsed: Parsed<unknown> }>();

/** Reads what is stored as untrusted: an older version is migrated, a newer one is unreadable. */
export function parseStored<T>(item: Item<T>, stored: unknown): Parsed<T> {
  if (typeof stored !== 'object' || stored === null) return parse(item, stored);
  const before = parsedBefore.get(stored);
  // The same value parsed by the same schema is of that schema's type.
  if (before?.schema === item.schema) return before.parsed as Parsed<T>;
  const parsed = parse(item, stored);
  parsedBefore.set(stored, { schema: item.schema, parsed });
  return parsed;
}

function parse<T>(item: Item<T>, stored: unknown): Parsed<T> {
  if (stored === undefined || stored === null) return { kind: 'absent' };
  if (!isStored(stored) || stored.version > item.version) return { kind: 'unreadable' };
  try {
    let { value } = stored;
    for (let version = stored.version; version < item.version; version += 1) {
      const migrate = item.migrations?.[version];
      if (!migrate) return { kind: 'unreadable' };
      value = migrate(value);
    }
    const parsed = item.schema.safeParse(value);
    return parsed.success ? { kind: 'value', value: parsed.data } : { kind: 'unreadable' };
  } catch {
    return { kind: 'unreadable' };
  }
}

function isStored(stored: unknown): stored is Stored {
  return (
    typeof stored === 'object' &&
    stored !== null &&
    'version' in stored &&
    Number.isInteger(stored.version) &&
    'value' in stored
  );
}
