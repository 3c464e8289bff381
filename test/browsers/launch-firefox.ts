import { once } from 'node:events';
import { rmSync } from 'node:fs';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import puppeteer, { type Browser, type Page } from 'puppeteer-core';
import type { browser as extensionApis } from 'wxt/browser';
import { findBrowser } from './find.ts';
import { bringStart, isStartKept, keepStart } from './firefox-start.ts';
import {
  addonId,
  buildFor,
  type Launched,
  type LaunchOptions,
  nowhere,
  orClose,
} from './launched.ts';
import { until } from './until.ts';

/** Inside a page of the extension. */
declare const browser: typeof extensionApis;

/** Firefox invents this address for each profile, unless it is set. */
const addonUuid = '6c1f3f0e-3b0b-4f52-9d2e-5b7c5f0f7a11';

export async function launchFirefox(options: LaunchOptions): Promise<Launched> {
  const {
    proxyPort,
    headless = true,
    profile,
    isRestart,
    language = 'en-US',
    home,
    idleTimeoutMs,
    answersPrompts,
    development,
    folder = buildFor('firefox', development),
    downloads,
  } = options;
  const userDataDir = profile ?? (await mkdtemp(join(tmpdir(), 'still-connected-firefox-')));
  if (!isRestart) await bringStart(userDataDir);
  const firefox = await puppeteer.launch({
    browser: 'firefox',
    executablePath: findBrowser('firefox'),
    headless,
    acceptInsecureCerts: true,
    defaultViewport: null,
    userDataDir,
    args: ['--remote-allow-system-access'],
    env: {
      ...process.env,
      MOZ_REMOTE_SETTINGS_DEVTOOLS: '1',
      ...(home && { HOME: home }),
    },
    extraPrefsFirefox: {
      'extensions.webextensions.uuids': JSON.stringify({ [addonId]: addonUuid }),
      'services.settings.server': nowhere,
      'intl.locale.requested': language,
      'network.proxy.type': 1,
      'network.proxy.http': '127.0.0.1',
      'network.proxy.http_port': proxyPort,
      'network.proxy.ssl': '127.0.0.1',
      'network.proxy.ssl_port': proxyPort,
      ...(downloads && {
        'browser.download.folderList': 2,
        'browser.download.dir': downloads,
        'browser.download.alwaysOpenPanel': false,
      }),
      ...(idleTimeoutMs !== undefined && { 'extensions.background.idle.timeout': idleTimeoutMs }),
      ...(answersPrompts && { 'extensions.webextOptionalPermissionPrompts': false }),
    },
  });
  const isThrownAway = profile === undefined;
  // Again where a process of Firefox, which is being ended too, still writes.
  const throwAway = () => rmSync(userDataDir, { recursive: true, force: true, maxRetries: 5 });
  // At Ctrl+C puppeteer ends Firefox and then us, and nobody closes anything.
  if (isThrownAway) process.once('exit', throwAway);
  const close = async () => {
    if (isThrownAway && (await isStartKept(userDataDir))) await end(firefox);
    else await firefox.close();
    await keepStart(userDataDir);
    if (!isThrownAway) return;
    throwAway();
    process.off('exit', throwAway);
  };
  const install = () => firefox.installExtension(resolve(folder));
  await orClose(close, install);
  const origin = `moz-extension://${addonUuid}/`;

  async function open(path: string, type: 'tab' | 'window' = 'tab'): Promise<Page> {
    const page = await firefox.newPage({ type });
    // Firefox never reports that an extension's page has loaded:
    // https://github.com/puppeteer/puppeteer/issues/9548
    void page.goto(origin + path).catch(() => {});
    await until(() => page.evaluate(isLoaded, origin + path).catch(() => false));
    return page;
  }

  let opened: Promise<Page> | undefined;
  const icon = () => {
    opened ??= open('icons/16.png');
    return opened;
  };

  return {
    name: 'firefox',
    browser: firefox,
    origin,
    open,
    icon,
    async stopBackground() {
      const page = await icon();
      await until(() =>
        page.evaluate(() =>
          browser.extension
            .getViews()
            // By its type a view is of Chrome's APIs alone, not of the DOM.
            .every(
              ({ location }: { location?: Location }) => !location?.pathname.includes('background'),
            ),
        ),
      );
    },
    async tabs() {
      const page = await icon();
      return page.evaluate(async () => (await browser.tabs.query({})).map(({ url = '' }) => url));
    },
    async update() {
      await install();
      opened = undefined;
    },
    close,
  };
}

/** Ends Firefox at once: what it would do before it closes is for a profile that is used again. */
async function end(firefox: Browser): Promise<void> {
  const process = firefox.process();
  if (!process) return;
  const ended = once(process, 'exit');
  process.kill('SIGKILL');
  await ended;
}

function isLoaded(url: string): boolean {
  return location.href === url && document.readyState === 'complete';
}
