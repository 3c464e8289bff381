import { browser } from 'wxt/browser';

/**
 * Keeps stored data from content scripts where the browser can. The extension has none, but a
 * compromised page might inject one.
 */
export async function restrictToTrustedContexts(): Promise<void> {
  const { local, managed } = browser.storage;
  const level = { accessLevel: 'TRUSTED_CONTEXTS' } as const;
  await Promise.allSettled([local.setAccessLevel?.(level), managed.setAccessLevel?.(level)]);
}
