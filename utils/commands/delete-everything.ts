import { browser } from 'wxt/browser';
import { countWrite } from '../storage/write-count';

/**
 * Deletes everything ever stored, API keys first, and clears the notifications about it. Managed
 * storage is the organization's and stays. A check under way finds its connection gone and stores
 * nothing.
 */
export async function deleteEverything(): Promise<void> {
  const { local, session } = browser.storage;
  const clear = () => local.clear().then(() => session.clear());
  await navigator.locks.request('write', () => countWrite(clear));
  const shown = Object.keys(await browser.notifications.getAll());
  await Promise.all(shown.map((id) => browser.notifications.clear(id)));
}
