import { browser } from 'wxt/browser';
import { clearStorage } from '../storage/clear';

/**
 * Deletes everything ever stored, API keys first, and clears the notifications about it. A check
 * under way finds its connection gone and stores nothing.
 */
export async function deleteEverything(): Promise<void> {
  await clearStorage();
  const shown = Object.keys(await browser.notifications.getAll());
  await Promise.all(shown.map((id) => browser.notifications.clear(id)));
}
