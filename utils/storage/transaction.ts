import { type Key, removeValues, setValues } from './area';
import { type Item, toStored } from './item';
import { readItems } from './read';
import { setAside } from './set-aside';
import { write } from './write';

export interface Transaction {
  /** Reads several items; one that does not parse is set aside and read as its initial value. */
  get: <const Items extends readonly Item<unknown>[]>(
    items: Items,
  ) => ReturnType<typeof readItems<Items>>;
  put<T>(item: Item<T>, value: T): void;
  remove(item: Pick<Item<unknown>, 'key'>): void;
}

/**
 * The only way to write. Transactions run one after another, and what one puts is written by one
 * call, which both browsers carry out whole or not at all. A worker that is killed lets go of its
 * lock: https://w3c.github.io/web-locks/#agent-integration
 *
 * What is removed goes first, in a call of its own: a connection that lost its accounts finds
 * them again, but accounts that lost their connection would stay for ever.
 *
 * @param now ms since the epoch
 * @throws what `work` throws, with nothing written; or what the browser throws where it does not
 * take the write, which is remembered and told (write.ts)
 */
export function transaction<T>(now: number, work: (tx: Transaction) => Promise<T>): Promise<T> {
  return navigator.locks.request('write', async () => {
    const puts = new Map<Key, unknown>();
    const removals = new Set<Key>();
    const result = await work({
      get: (items) => readItems(items, undefined, (item, raw) => setAside(item, raw, now)),
      put: (item, value) => puts.set(item.key, toStored(item, value)),
      remove: ({ key }) => removals.add(key),
    });
    if (removals.size + puts.size === 0) return result;
    await write(now, async () => {
      if (removals.size > 0) await removeValues([...removals]);
      await setValues(puts);
    });
    return result;
  });
}
