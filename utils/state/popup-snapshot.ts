// Not the polyfill: the first paint would wait for it.
import { browser } from '@wxt-dev/browser';

/** The name that the snapshot lies under in `storage.session`. */
export const snapshotName = 'snapshot';

/** What the popup shows first. It says what is stored from `madeAt` until `holdsUntil` (ms since the epoch). */
export interface PopupSnapshot<View> {
  view: View;
  madeAt: number;
  holdsUntil: number;
}

type Kept<View = unknown> = { [snapshotName]?: PopupSnapshot<View> };

declare global {
  /** Set by a script that runs before the popup's own: entrypoints/early.ts. */
  var requestedSnapshot: Promise<Kept> | undefined;
}

/** Asks for the snapshot, so that the answer is there when the page's code is. */
export function requestSnapshot(): Promise<Kept> {
  return browser.storage.session.get<Kept>(snapshotName);
}

/**
 * What was kept, where it holds at `now` (ms since the epoch). Only our background writes there, in
 * the same version as the page that reads; so the type is taken at its word, and the parser stays
 * out of the popup's way.
 */
export async function readSnapshot<View>(now: number): Promise<View | undefined> {
  const asked = globalThis.requestedSnapshot ?? requestSnapshot();
  const { snapshot } = (await asked) as Kept<View>;
  return snapshot && snapshot.madeAt <= now && now < snapshot.holdsUntil
    ? snapshot.view
    : undefined;
}
