// The polyfill would delay the first paint.
import { browser } from '@wxt-dev/browser';

/** Its name in `storage.session`. */
export const snapshotName = 'snapshot';

/**
 * The popup's first rows. They match the stored state from `madeAt` until `holdsUntil` (ms since
 * the epoch).
 */
export interface PopupSnapshot<View> {
  view: View;
  madeAt: number;
  holdsUntil: number;
}

type StoredSnapshot<View = unknown> = { [snapshotName]?: PopupSnapshot<View> };

declare global {
  /** Set by entrypoints/early.ts, which runs before the popup's own code. */
  var requestedSnapshot: Promise<StoredSnapshot> | undefined;
}

/** Asks for the snapshot early, so that it is there when the page's code is. */
export function requestSnapshot(): Promise<StoredSnapshot> {
  return browser.storage.session.get<StoredSnapshot>(snapshotName);
}

/**
 * The snapshot, where it holds at `now` (ms since the epoch). Only the background of the same
 * version writes it, so its type is trusted and no parser delays the popup.
 */
export async function readSnapshot<View>(now: number): Promise<View | undefined> {
  const asked = globalThis.requestedSnapshot ?? requestSnapshot();
  const { snapshot } = (await asked) as StoredSnapshot<View>;
  return snapshot && snapshot.madeAt <= now && now < snapshot.holdsUntil
    ? snapshot.view
    : undefined;
}
