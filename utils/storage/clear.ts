import { storage } from '@wxt-dev/storage';

/** Empties extension storage, under the lock of all that writes. What a policy sets is not ours. */
export function clearStorage(): Promise<void> {
  return navigator.locks.request('write', async () => {
    await storage.clear('local');
    await storage.clear('session');
  });
}
