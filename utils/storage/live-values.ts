import { browser } from 'wxt/browser';
import { getValues } from './area';
import type { ValueSource } from './read-items';

/** Marks a value as being read. A change that arrives meanwhile, even a deletion, replaces it. */
const pending = Symbol('pending');

/**
 * The values a page has read, kept current by storage events, so that one change doesn't mean
 * reading everything again.
 *
 * @param onChange called when a value that was read has changed
 */
export function openLiveStorage(onChange: () => void): { source: ValueSource; close: () => void } {
  const known = new Map<string, unknown>();

  const listener = (changes: Record<string, { newValue?: unknown }>, area: string) => {
    let changed = false;
    for (const [name, { newValue }] of Object.entries(changes)) {
      const key = `${area}:${name}`;
      // Ignore keys this page never read, such as API keys.
      if (!known.has(key)) continue;
      known.set(key, newValue);
      changed = true;
    }
    if (changed) onChange();
  };
  browser.storage.onChanged.addListener(listener);

  return {
    async source(keys) {
      const missing = keys.filter((key) => !known.has(key));
      for (const key of missing) known.set(key, pending);
      const found = await getValues(missing);
      for (const [i, key] of missing.entries()) {
        if (known.get(key) === pending) known.set(key, found[i]);
      }
      return keys.map((key) => known.get(key));
    },
    close: () => browser.storage.onChanged.removeListener(listener),
  };
}
