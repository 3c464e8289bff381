import { browser } from 'wxt/browser';
import { clearStorage } from '../storage/clear';

/**
 * Forgets all that was ever stored, API keys first of all, and takes back the notifications that
 * still tell of it. A check that is under way finds its connection gone, and stores nothing.
 */
export async function deleteEverything(): Promise<void> {
  await clearStorage();
  const shown = Object.keys(await browser.notifications.getAll());
  await Promise.all(shown.map((id) => browser.notifications.clear(id)));
}
