import { fakeBrowser } from 'wxt/testing/fake-browser';
import { itemsOf, type State, sketchesAt } from '../sketches';
import { now } from './now';

export { now, type State };
export const minute = 60_000;
export const { good, failed, schedPilot, synposter } = sketchesAt(now);

/** Puts a state where the pages read it, in the form that the background writes it in. */
export async function store(state: State): Promise<void> {
  await fakeBrowser.storage.local.set(itemsOf(state, now));
}
