import { browser } from 'wxt/browser';
import { hashOf, type Route } from './route';

/**
 * Opens the options page at a place in it, in a new tab. (`runtime.openOptionsPage` knows no
 * places, and Chrome's puts the page over whatever blank tab is open.)
 */
export async function openOptions(route: Route): Promise<void> {
  await browser.tabs.create({ url: `${browser.runtime.getURL('/options.html')}${hashOf(route)}` });
}
