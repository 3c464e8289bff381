import { browser } from 'wxt/browser';
import { countWrite } from './write-count';

/**
 * Empties extension storage, under the write lock. Managed storage is the organization's and stays.
 */
export function clearStorage(): Promise<void> {
  return navigator.locks.request('write', () =>
    countWrite(async () => {
      await browser.storage.local.clear();
      await browser.storage.session.clear();
    }),
  );
}
