import { browser } from 'wxt/browser';

/**
 * The storage areas, in the order they are written: what moves from disk to memory must be in
 * memory first.
 */
const areas = ['session', 'local'] as const;
type Area = (typeof areas)[number];

/** A storage key with the area it belongs to. */
export type Key = `${Area}:${string}`;

/** Reads values, in the order of their keys; `undefined` where there is none. */
export async function getValues(keys: readonly Key[]): Promise<unknown[]> {
  const found = await Promise.all(
    byArea(keys).map(async ([area, names]) => {
      const values: Record<string, unknown> = await browser.storage[area].get(names);
      return Object.entries(values).map(([name, value]) => [`${area}:${name}`, value] as const);
    }),
  );
  const values = new Map<string, unknown>(found.flat());
  return keys.map((key) => values.get(key));
}

/**
 * Writes values, one call for each area, which the browser carries out completely or not at all. A
 * worker killed between the two calls leaves the disk as it was.
 */
export async function setValues(values: ReadonlyMap<Key, unknown>): Promise<void> {
  for (const [area, names] of byArea([...values.keys()])) {
    const entries = names.map((name) => [name, values.get(`${area}:${name}`)]);
    await browser.storage[area].set(Object.fromEntries(entries));
  }
}

/** Removes values, one call for each area. */
export async function removeValues(keys: readonly Key[]): Promise<void> {
  for (const [area, names] of byArea(keys)) await browser.storage[area].remove(names);
}

/**
 * Calls `onChange` whenever one value changes.
 *
 * @returns a function that stops this
 */
export function watchValue(key: Key, onChange: () => void): () => void {
  const listener = (changes: object, area: string) => {
    if (Object.keys(changes).some((name) => `${area}:${name}` === key)) onChange();
  };
  browser.storage.onChanged.addListener(listener);
  return () => browser.storage.onChanged.removeListener(listener);
}

function byArea(keys: readonly Key[]): [Area, string[]][] {
  return areas.flatMap((area): [Area, string[]][] => {
    const start = `${area}:`;
    const names = keys.filter((key) => key.startsWith(start)).map((key) => key.slice(start.length));
    return names.length > 0 ? [[area, names]] : [];
  });
}
