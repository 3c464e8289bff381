import { removeValues, setValues } from './area';
import { writeFailureItem } from './health';
import { toStored } from './item';
import { readItems, type ValueSource } from './read-items';
import { countWrite } from './write-count';

/**
 * Carries out a write and remembers whether the browser accepted it. While it doesn't, because the
 * disk is full or broken, pages and badge say so.
 *
 * @param now ms since the epoch
 * @param source where the last failure may have been read already
 * @throws the write's error
 */
export async function write(
  now: number,
  work: () => Promise<void>,
  source?: ValueSource,
): Promise<void> {
  await countWrite(async () => {
    const [failing] = await readItems([writeFailureItem], source);
    try {
      await work();
    } catch (error) {
      const noted = toStored(writeFailureItem, failing ?? { since: now });
      // If even memory rejects it, there is no place left to record the failure.
      await setValues(new Map([[writeFailureItem.key, noted]])).catch(() => {});
      throw error;
    }
    if (failing) await removeValues([writeFailureItem.key]);
  });
}
