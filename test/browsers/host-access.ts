import type { browser as extensionApis } from 'wxt/browser';
import { pressInChrome } from './chrome-ui.ts';
import type { Launched } from './launched.ts';
import { until } from './until.ts';

/** Inside a page of the extension in Firefox. */
declare const browser: typeof extensionApis;
/** Inside Chromium's own chrome://extensions. */
declare const chrome: { developerPrivate: DeveloperPrivate };

interface DeveloperPrivate {
  getExtensionInfo(extensionId: string): Promise<{
    permissions: { runtimeHostPermissions: { hosts: { host: string }[] } };
  }>;
  updateExtensionConfiguration(changes: {
    extensionId: string;
    hostAccess: 'ON_SPECIFIC_SITES';
  }): Promise<void>;
  addHostPermission(extensionId: string, host: string): Promise<void>;
  removeHostPermission(extensionId: string, host: string): Promise<void>;
}

/** Has the browser keep the extension's hosts one by one, so that one alone can be taken away. */
export async function keepHostsApart(launched: Launched): Promise<void> {
  if (launched.name === 'firefox') return;
  const page = await openChromeExtensions(launched);
  await page.evaluate(async (extensionId) => {
    const { developerPrivate } = chrome;
    const { permissions } = await developerPrivate.getExtensionInfo(extensionId);
    const hostAccess = 'ON_SPECIFIC_SITES';
    await developerPrivate.updateExtensionConfiguration({ extensionId, hostAccess });
    for (const { host } of permissions.runtimeHostPermissions.hosts) {
      await developerPrivate.addHostPermission(extensionId, host);
    }
  }, idOf(launched));
  await page.close();
}

/** Takes a host away from the extension, as a user can in the browser's list of extensions. */
export async function takeHostAway(launched: Launched, host: string): Promise<void> {
  if (launched.name === 'firefox') {
    // In a page of the extension, because drivers have no way into about:addons.
    const page = await launched.icon();
    await page.evaluate((origin) => browser.permissions.remove({ origins: [origin] }), host);
    return;
  }
  const page = await openChromeExtensions(launched);
  await page.evaluate(
    (extensionId, origin) => chrome.developerPrivate.removeHostPermission(extensionId, origin),
    idOf(launched),
    host,
  );
  await page.close();
}

/** Gives a host back in the same place, where the extension has no part in it. */
export async function giveHostBack(launched: Launched, host: string): Promise<void> {
  if (launched.name === 'firefox') {
    const page = await launched.open('icons/16.png');
    await page.evaluate((origin) => {
      const ask = () => void browser.permissions.request({ origins: [origin] });
      document.addEventListener('click', ask);
    }, host);
    // Firefox wants a click of the user's own.
    await page.mouse.click(8, 8);
    await until(() =>
      page.evaluate((origin) => browser.permissions.contains({ origins: [origin] }), host),
    );
    return page.close();
  }
  const page = await openChromeExtensions(launched);
  await page.evaluate(
    (extensionId, origin) => chrome.developerPrivate.addHostPermission(extensionId, origin),
    idOf(launched),
    host,
  );
  await page.close();
}

/** Says yes to the browser's question whether the extension may reach a host. */
export async function allow({ name, browser }: Launched): Promise<void> {
  // Firefox was launched so that it takes yes for granted.
  if (name === 'chrome') await pressInChrome(browser, 'Allow');
}

async function openChromeExtensions({ browser }: Launched) {
  const page = await browser.newPage();
  await page.goto('chrome://extensions');
  return page;
}

function idOf({ origin }: Launched): string {
  return new URL(origin).host;
}
