import { type Key, removeValues, setValues } from './area';
import { quarantineItem } from './health';
import { type Item, toStored } from './item';
import { readItems } from './read-items';
import { write } from './write';

/**
 * Moves an unreadable value to a key of its own. Runs under the transaction's lock but writes at
 * once: a transaction that fails must not lose the value.
 *
 * @param now ms since the epoch
 */
export async function quarantine(item: Item<unknown>, raw: unknown, now: number): Promise<void> {
  const [index] = await readItems([quarantineItem]);
  const movedTo = `local:set-aside/${now}/${item.key.replace(/^\w+:/, '')}` as const;
  const entry = { key: item.key, at: now, movedTo };
  await write(now, async () => {
    await setValues(
      new Map<Key, unknown>([
        [movedTo, raw],
        [quarantineItem.key, toStored(quarantineItem, [...index, entry])],
      ]),
    );
    await removeValues([item.key]);
  });
}
