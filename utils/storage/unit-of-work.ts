import { getValues, type Key, removeValues, setValues } from './area';
import { quarantineItem, writeFailureItem } from './health';
import { type Item, toStored } from './item';
import { quarantine } from './quarantine';
import { readItems, type ValueSource } from './read-items';
import { write } from './write';

export interface Transaction {
  /** Reads several items. One that doesn't parse is quarantined and read as its initial value. */
  get: <const Items extends readonly Item<unknown>[]>(
    items: Items,
  ) => ReturnType<typeof readItems<Items>>;
  put<T>(item: Item<T>, value: NoInfer<Readonly<T>>): void;
  /**
   * Reads one item and puts what `change` makes of it, if that is another value. Like `get`, it
   * doesn't see what this transaction has put, so update an item once.
   */
  update<T>(item: Item<T>, change: (value: T) => NoInfer<Readonly<T>>): Promise<void>;
  remove(item: Pick<Item<unknown>, 'key'>): void;
}

/** What the lock's holder reads and is about to write. Times are ms since the epoch. */
export type UnitOfWork = ReturnType<typeof startUnitOfWork>;

/** Only for the lock's holder: nobody else writes meanwhile, so nothing needs reading twice. */
export function startUnitOfWork() {
  const known = new Map<Key, unknown>();
  const puts = new Map<Key, unknown>();
  const removals = new Set<Key>();

  const source: ValueSource = async (keys) => {
    const missing = keys.filter((key) => !known.has(key));
    const found = missing.length > 0 ? await getValues(missing) : [];
    for (const [i, key] of missing.entries()) known.set(key, found[i]);
    return keys.map((key) => known.get(key));
  };

  return {
    /** Reads everything that will be needed, in one call. */
    async readAhead(items: readonly Item<unknown>[]): Promise<void> {
      // `write` asks whether the last write failed.
      await source([...items, writeFailureItem].map(({ key }) => key));
    },

    /** Collects what `work` puts, visible to the next `work`; none of it where `work` throws. */
    async carryOut<T>(now: number, work: (tx: Transaction) => Promise<T>): Promise<T> {
      const ownPuts = new Map<Key, unknown>();
      const ownRemovals = new Set<Key>();
      const tx: Transaction = {
        get: (items) =>
          readItems(items, source, async (item, raw) => {
            await quarantine(item, raw, now);
            known.set(item.key, undefined);
            known.delete(quarantineItem.key);
          }),
        put: (item, value) => ownPuts.set(item.key, toStored(item, value)),
        async update(item, change) {
          const [value] = await tx.get([item]);
          const next = change(value);
          if (next !== value) tx.put(item, next);
        },
        remove: ({ key }) => ownRemovals.add(key),
      };
      const result = await work(tx);
      for (const key of ownRemovals) {
        known.set(key, undefined);
        puts.delete(key);
        removals.add(key);
      }
      for (const [key, value] of ownPuts) {
        known.set(key, value);
        puts.set(key, value);
      }
      return result;
    },

    /** Writes everything collected. */
    async save(now: number): Promise<void> {
      if (removals.size + puts.size === 0) return;
      const saveAll = async () => {
        if (removals.size > 0) await removeValues([...removals]);
        await setValues(puts);
      };
      await write(now, saveAll, source);
    },
  };
}
