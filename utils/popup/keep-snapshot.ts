import { browser } from 'wxt/browser';
import { type PopupSnapshot, snapshotName } from '../state/popup-snapshot';
import { beforeEachWrite, writeCount } from '../storage/write-count';

/*
 * The popup's first rows, made while nobody looks, so that opening it does not mean reading 10,000
 * accounts. The snapshot must match the stored accounts, so every write deletes it first. It lives in
 * `storage.session`, which the browser empties when it closes and when the extension is updated: the
 * code that reads it is always the version that made it.
 */

/** A background that was killed may have left one. */
let isKept = true;
let keptUntil = Number.NEGATIVE_INFINITY;

beforeEachWrite(async () => {
  keptUntil = Number.NEGATIVE_INFINITY;
  if (!isKept) return;
  await browser.storage.session.remove(snapshotName);
  isKept = false;
});

/**
 * Stores a snapshot for the popup, unless the one that is there still holds, or something was
 * written since its state was read: that write brings a snapshot of its own.
 *
 * @param now ms since the epoch
 * @param writes how often this background had written when the state was read
 */
export async function keepSnapshot<View>(
  now: number,
  writes: number,
  make: () => PopupSnapshot<View>,
): Promise<void> {
  if (now < keptUntil || writeCount() !== writes) return;
  const snapshot = make();
  await navigator.locks.request('write', async () => {
    if (writeCount() !== writes) return;
    isKept = true;
    await browser.storage.session.set({ [snapshotName]: snapshot });
    keptUntil = snapshot.holdsUntil;
  });
}
