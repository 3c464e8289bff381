import { setAsideItem } from '../storage/items';
import { transaction } from '../storage/transaction';

/** Deletes what was set aside because it could not be read. `now`: ms since the epoch. */
export function deleteSetAside(now: number): Promise<void> {
  return transaction(now, async (tx) => {
    const [entries] = await tx.get([setAsideItem]);
    for (const { movedTo } of entries) tx.remove({ key: movedTo });
    tx.remove(setAsideItem);
  });
}
