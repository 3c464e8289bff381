import { browser } from 'wxt/browser';

/**
 * Opens the options page at a place in it, in a new tab. (`runtime.openOptionsPage` knows no
 * places, and Chrome's puts the page over whatever blank tab is open.)
 */
export async function openOptions(hash: `#${string}`): Promise<void> {
  await browser.tabs.create({ url: `${browser.runtime.getURL('/options.html')}${hash}` });
}
