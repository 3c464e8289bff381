import { browser } from 'wxt/browser';

/**
 * The names of the browser's storage areas that we write to, in this order: what moves from the
 * disk to memory is there before it is gone here.
 */
const areas = ['session', 'local'] as const;
type Area = (typeof areas)[number];

/** A name in extension storage, with the area that it lies in. */
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
 * Writes values, those of one area at once: the browser keeps all of them or none. A background that
 * is killed between two areas leaves what goes to the disk unwritten.
 */
export async function setValues(values: ReadonlyMap<Key, unknown>): Promise<void> {
  for (const [area, names] of byArea([...values.keys()])) {
    const entries = names.map((name) => [name, values.get(`${area}:${name}`)]);
    await browser.storage[area].set(Object.fromEntries(entries));
  }
}

/** Removes values, those of one area at once. */
export async function removeValues(keys: readonly Key[]): Promise<void> {
  for (const [area, names] of byArea(keys)) await browser.storage[area].remove(names);
}

/**
 * Tells of every change of one value.
 *
 * @returns ends that
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
