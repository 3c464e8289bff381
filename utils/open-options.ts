import { browser } from 'wxt/browser';
import { hashOf, type Route } from './route';

/**
 * Opens the options page at a route, in a new tab. `runtime.openOptionsPage` takes no route, and
 * Chrome's reuses whatever blank tab is open.
 */
export async function openOptions(route: Route): Promise<void> {
  await browser.tabs.create({ url: `${browser.runtime.getURL('/options.html')}${hashOf(route)}` });
}
