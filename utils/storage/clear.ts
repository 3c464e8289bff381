import { browser } from 'wxt/browser';
import { countWrite } from './write-count';

/** Empties extension storage, under the lock of all that writes. What a policy sets is not ours. */
export function clearStorage(): Promise<void> {
  return navigator.locks.request('write', () =>
    countWrite(async () => {
      await browser.storage.local.clear();
      await browser.storage.session.clear();
    }),
  );
}
