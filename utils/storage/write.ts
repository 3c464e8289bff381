import { removeValues, setValues } from './area';
import { dropGlance } from './glance';
import { toStored } from './item';
import { type RawSource, readItems } from './read';
import { cannotSaveItem } from './session-items';
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
  source?: RawSource,
): Promise<void> {
  await countWrite(async () => {
    await dropGlance();
    const [failing] = await readItems([cannotSaveItem], source);
    try {
      await work();
    } catch (error) {
      const noted = toStored(cannotSaveItem, failing ?? { since: now });
      // Where not even memory takes it, there is nobody left to tell.
      await setValues(new Map([[cannotSaveItem.key, noted]])).catch(() => {});
      throw error;
    }
    if (failing) await removeValues([cannotSaveItem.key]);
  });
}
