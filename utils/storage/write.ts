import { removeValues, setValues } from './area';
import { writeFailureItem } from './health';
import { toStored } from './item';
import { readItems, type ValueSource } from './read-items';
import { countWrite } from './write-count';

/**
 * Carries out a write, and remembers whether the browser takes what we write: where it does not,
 * for want of space or a broken disk, pages and badge say so until a write goes well again.
 *
 * @param now ms since the epoch
 * @param source where it may have been read already that writes fail
 * @throws what the write has thrown
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
      // Where not even memory takes it, there is nobody left to tell.
      await setValues(new Map([[writeFailureItem.key, noted]])).catch(() => {});
      throw error;
    }
    if (failing) await removeValues([writeFailureItem.key]);
  });
}
