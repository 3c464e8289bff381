import { getValues, type Key } from './area';
import type { ValueSource } from './read-items';
import { writeCount } from './write-count';

/**
 * Reads each value once, until this background writes again. For the background only; pages use
 * live-values.ts.
 */
export function readOnce(): ValueSource {
  const known = new Map<Key, Promise<unknown>>();
  let knownSince = writeCount();

  return (keys) => {
    if (knownSince !== writeCount()) {
      known.clear();
      knownSince = writeCount();
    }
    const missing = keys.filter((key) => !known.has(key));
    if (missing.length > 0) {
      const found = getValues(missing);
      for (const [i, key] of missing.entries()) {
        const value = found.then((values) => values[i]);
        known.set(key, value);
        // Forget a failed read, so that the next caller tries again.
        value.catch(() => known.get(key) === value && known.delete(key));
      }
    }
    return Promise.all(keys.map((key) => known.get(key)));
  };
}
