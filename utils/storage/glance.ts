import { browser } from 'wxt/browser';
import { type Glance, glanceName } from './read-glance';
import { writeCount } from './write-count';

/*
 * What the popup shows first, made ready while nobody looks, so that opening it does not mean to
 * read 10,000 accounts. It must never say anything else than they do: whoever writes takes it away
 * first, and it is put back once all is at rest. It lies in memory (`storage.session`), which the
 * browser empties when it closes and when the extension is updated: it is always of the code that
 * reads it, and costs no disk.
 */

/** A background that was stopped may have left one. */
let isKept = true;
let keptUntil = Number.NEGATIVE_INFINITY;

/** For whoever is about to write, and holds the lock of all that writes. */
export async function dropGlance(): Promise<void> {
  keptUntil = Number.NEGATIVE_INFINITY;
  if (!isKept) return;
  await browser.storage.session.remove(glanceName);
  isKept = false;
}

/**
 * Puts a glance where the popup finds it, unless the one that is there still holds, or something
 * was written while this one was made: whoever wrote it has another one made.
 *
 * @param now ms since the epoch
 * @param make reads what is stored, and makes a glance of it
 */
export async function keepGlance<View>(
  now: number,
  make: () => Promise<Glance<View>>,
): Promise<void> {
  if (now < keptUntil) return;
  const before = writeCount();
  const glance = await make();
  await navigator.locks.request('write', async () => {
    if (writeCount() !== before) return;
    isKept = true;
    await browser.storage.session.set({ [glanceName]: glance });
    keptUntil = glance.holdsUntil;
  });
}
