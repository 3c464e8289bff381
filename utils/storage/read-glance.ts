import { browser } from 'wxt/browser';

/** The name that the glance lies under in `storage.session`. */
export const glanceName = 'glance';

/** What the popup shows first. It says what is stored from `madeAt` until `holdsUntil` (ms since the epoch). */
export interface Glance<View> {
  view: View;
  madeAt: number;
  holdsUntil: number;
}

type Kept<View = unknown> = { [glanceName]?: Glance<View> };

declare global {
  /** Set by a script that runs before the popup's own: entrypoints/early.ts. */
  var askedForGlance: Promise<Kept> | undefined;
}

/** Asks for the glance, so that the answer is there when the page's code is. */
export function askForGlance(): Promise<Kept> {
  return browser.storage.session.get<Kept>(glanceName);
}

/**
 * What was kept, where it holds at `now` (ms since the epoch). Only our background writes there, in
 * the same version as the page that reads; so the type is taken at its word, and the parser stays
 * out of the popup's way.
 */
export async function readGlance<View>(now: number): Promise<View | undefined> {
  const asked = globalThis.askedForGlance ?? askForGlance();
  const { glance } = (await asked) as Kept<View>;
  return glance && glance.madeAt <= now && now < glance.holdsUntil ? glance.view : undefined;
}
