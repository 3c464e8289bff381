import { getValues, type Key } from './area';
import { type Item, parseStored } from './item';

type Values<Items extends readonly Item<unknown>[]> = {
  -readonly [K in keyof Items]: Items[K] extends Item<infer T> ? T : never;
};

/** Reads raw values, in the order of their keys. */
export type ValueSource = (keys: readonly Key[]) => Promise<unknown[]>;

/**
 * Called for a value that exists but doesn't parse, before the item's initial value replaces it.
 */
export type OnUnreadable = (item: Item<unknown>, raw: unknown) => Promise<void> | void;

/** Reads several items at once. An absent or unreadable value becomes the item's initial value. */
export async function readItems<const Items extends readonly Item<unknown>[]>(
  items: Items,
  source?: ValueSource,
  onUnreadable?: OnUnreadable,
): Promise<Values<Items>> {
  const [values] = await readGroups([items], source, onUnreadable);
  return values;
}

/** Reads several lists of items in one call: in a browser the call costs more than the values. */
export async function readGroups<const Groups extends readonly (readonly Item<unknown>[])[]>(
  groups: Groups,
  source: ValueSource = getValues,
  onUnreadable?: OnUnreadable,
): Promise<{ -readonly [K in keyof Groups]: Values<Groups[K]> }> {
  const found = (await source(groups.flat().map(({ key }) => key))).values();
  const values = [];
  for (const items of groups) {
    const group = [];
    for (const item of items) {
      const raw = found.next().value;
      const parsed = parseStored(item, raw);
      if (parsed.kind === 'unreadable') await onUnreadable?.(item, raw);
      group.push(parsed.kind === 'value' ? parsed.value : item.initial);
    }
    values.push(group);
  }
  // The tuple's types follow its items', which the compiler can't see through the loop.
  return values as { -readonly [K in keyof Groups]: Values<Groups[K]> };
}
