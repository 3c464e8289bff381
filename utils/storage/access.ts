import { browser } from 'wxt/browser';

/** Keeps stored data from content scripts, where the browser can. We have none; a page may. */
export async function keepFromContentScripts(): Promise<void> {
  await browser.storage.local.setAccessLevel?.({ accessLevel: 'TRUSTED_CONTEXTS' });
}
