import type { BrowserName } from './find.ts';
import { launchChrome } from './launch-chrome.ts';
import { launchFirefox } from './launch-firefox.ts';
import { type Launched, type LaunchOptions, orClose } from './launched.ts';
import { until } from './until.ts';

/**
 * Starts a browser in which nothing but the API double can be reached, and adds the extension. Is
 * done when the extension has opened its options page: a tab that comes later would push those of
 * a test into the background, where browsers render nothing and clicks wait for ever.
 */
export async function launch(name: BrowserName, options: LaunchOptions): Promise<Launched> {
  const launched = await (name === 'chrome' ? launchChrome(options) : launchFirefox(options));
  if (options.isRestart) return launched;
  const welcome = `${launched.origin}options.html`;
  await orClose(launched.close, () =>
    until(async () => (await launched.tabs()).some((url) => url.startsWith(welcome))),
  );
  return launched;
}
