import { quarantineItem } from '../storage/health';
import { transaction } from '../storage/transaction';

/** Deletes the values that couldn't be read. `now`: ms since the epoch. */
export function deleteQuarantined(now: number): Promise<void> {
  return transaction(now, async (tx) => {
    const [entries] = await tx.get([quarantineItem]);
    for (const { movedTo } of entries) tx.remove({ key: movedTo });
    tx.remove(quarantineItem);
  });
}
