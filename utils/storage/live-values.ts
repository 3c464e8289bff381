import { browser } from 'wxt/browser';
import { getValues } from './area';
import type { ValueSource } from './read-items';

/** Stands for what is being read: a change that comes meanwhile, be it a deletion, takes its place. */
const unread = Symbol('unread');

/**
 * What a page has read, kept up to date by the browser's own word of changes, so that a change of
 * one item does not cost reading all of them again.
 *
 * @param onChange called when something that was read has changed
 */
export function openLiveStorage(onChange: () => void): { source: ValueSource; close: () => void } {
  const known = new Map<string, unknown>();

  const listener = (changes: Record<string, { newValue?: unknown }>, area: string) => {
    let changed = false;
    for (const [name, { newValue }] of Object.entries(changes)) {
      const key = `${area}:${name}`;
      // What was never read is not looked at: API keys are among it.
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
      for (const key of missing) known.set(key, unread);
      const found = await getValues(missing);
      for (const [i, key] of missing.entries()) {
        if (known.get(key) === unread) known.set(key, found[i]);
      }
      return keys.map((key) => known.get(key));
    },
    close: () => browser.storage.onChanged.removeListener(listener),
  };
}
