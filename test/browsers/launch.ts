import { resolve } from 'node:path';
import puppeteer, { type Browser, type Page } from 'puppeteer-core';
import type { Browser as ExtensionApis } from 'webextension-polyfill';
import { chromeUiArgs } from './chrome-ui.ts';
import { type BrowserName, findBrowser } from './find.ts';
import { until } from './until.ts';

/** Inside a page of the extension. */
declare const browser: ExtensionApis;

export const addonId = 'still-connected@still-connected.app';
/** Firefox makes this address up for each profile, unless it is told. */
const addonUuid = '6c1f3f0e-3b0b-4f52-9d2e-5b7c5f0f7a11';

/** Where browsers find what they look for by themselves: this is never proxied, and never heard. */
const nowhere = 'http://127.0.0.1:9';

export interface LaunchOptions {
  /** The proxy in front of the API double. */
  proxyPort: number;
  headless?: boolean;
  /** A profile to keep; else one that is thrown away. */
  profile?: string;
  /** The profile has had the extension before: no page opens by itself. */
  isRestart?: boolean;
  /** The home folder that Firefox is to see; else that of whoever runs it. */
  home?: string;
  /** After how long Firefox stops an idle background, in ms; its own default is 30 s. */
  idleTimeoutMs?: number;
  /** The browser's questions to the user can be answered; Firefox says yes by itself. */
  answersPrompts?: boolean;
  /** The build of `npm run dev` in place of the production build. */
  development?: boolean;
  /** The folder of another extension for Chrome, or of a copy, in place of a build of ours. */
  folder?: string;
}

/** A browser with the extension in it. */
export interface Launched {
  name: BrowserName;
  browser: Browser;
  /** The address of the extension's pages, ending in a slash. */
  origin: string;
  /** Opens one of the extension's pages in a tab of its own, or in a window beside others. */
  open(path: string, place?: 'tab' | 'window'): Promise<Page>;
  /** The addresses of all tabs. */
  tabs(): Promise<string[]>;
  /** Stops the background, whatever it is at; Firefox does so once it has been idle. */
  stopBackground(): Promise<void>;
  /** Installs the extension over itself, as an update does. Closes all its pages. */
  update(): Promise<void>;
  close(): Promise<void>;
}

/**
 * Starts a browser in which nothing but the API double can be reached, and adds the extension. Is
 * done when the extension has opened its options page: a tab that comes later would push those of
 * a test into the background, where browsers render nothing and clicks wait for ever.
 */
export async function launch(name: BrowserName, options: LaunchOptions): Promise<Launched> {
  const launched = await (name === 'chrome' ? launchChrome(options) : launchFirefox(options));
  if (options.isRestart) return launched;
  const welcome = `${launched.origin}options.html`;
  await until(async () => (await launched.tabs()).some((url) => url.startsWith(welcome)));
  return launched;
}

/** The folder of a build. */
export function buildFor(name: BrowserName, development = false): string {
  return resolve('.output', `${name}-mv3${development ? '-dev' : ''}`);
}

async function launchChrome(options: LaunchOptions): Promise<Launched> {
  const { proxyPort, headless = true, profile, answersPrompts, development } = options;
  const { folder = buildFor('chrome', development) } = options;
  const browser = await puppeteer.launch({
    executablePath: findBrowser('chrome'),
    headless,
    enableExtensions: true,
    pipe: true,
    acceptInsecureCerts: true,
    defaultViewport: null,
    ...(profile && { userDataDir: profile }),
    args: [
      `--proxy-server=127.0.0.1:${proxyPort}`,
      '--no-sandbox',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--disable-features=NetworkTimeServiceQuerying',
      `--gaia-url=${nowhere}`,
      `--component-updater=url-source=${nowhere}`,
      ...(answersPrompts ? chromeUiArgs : []),
    ],
  });
  const install = () => browser.installExtension(resolve(folder));
  const id = await install();
  const origin = `chrome-extension://${id}/`;
  return {
    name: 'chrome',
    browser,
    origin,
    async open(path, type = 'tab') {
      const page = await browser.newPage({ type });
      await page.goto(origin + path);
      return page;
    },
    async stopBackground() {
      const target = await browser.waitForTarget(
        (other) => other.type() === 'service_worker' && other.url().startsWith(origin),
      );
      const worker = await target.worker();
      // The session may end before Chrome has answered that it did.
      await worker?.close().catch(() => {});
    },
    tabs: async () => browser.targets().map((target) => target.url()),
    async update() {
      await install();
    },
    close: () => browser.close(),
  };
}

async function launchFirefox(options: LaunchOptions): Promise<Launched> {
  const {
    proxyPort,
    headless = true,
    profile,
    home,
    idleTimeoutMs,
    answersPrompts,
    development,
  } = options;
  const firefox = await puppeteer.launch({
    browser: 'firefox',
    executablePath: findBrowser('firefox'),
    headless,
    acceptInsecureCerts: true,
    defaultViewport: null,
    ...(profile && { userDataDir: profile }),
    args: ['--remote-allow-system-access'],
    env: {
      ...process.env,
      MOZ_REMOTE_SETTINGS_DEVTOOLS: '1',
      ...(home && { HOME: home }),
    },
    extraPrefsFirefox: {
      'extensions.webextensions.uuids': JSON.stringify({ [addonId]: addonUuid }),
      'services.settings.server': nowhere,
      'network.proxy.type': 1,
      'network.proxy.http': '127.0.0.1',
      'network.proxy.http_port': proxyPort,
      'network.proxy.ssl': '127.0.0.1',
      'network.proxy.ssl_port': proxyPort,
      ...(idleTimeoutMs !== undefined && { 'extensions.background.idle.timeout': idleTimeoutMs }),
      ...(answersPrompts && { 'extensions.webextOptionalPermissionPrompts': false }),
    },
  });
  const install = () => firefox.installExtension(buildFor('firefox', development));
  await install();
  const origin = `moz-extension://${addonUuid}/`;

  async function open(path: string, type: 'tab' | 'window' = 'tab'): Promise<Page> {
    const page = await firefox.newPage({ type });
    // Firefox never reports that an extension's page has loaded:
    // https://github.com/puppeteer/puppeteer/issues/9548
    void page.goto(origin + path).catch(() => {});
    await until(() => page.evaluate(isLoaded, origin + path).catch(() => false));
    return page;
  }

  return {
    name: 'firefox',
    browser: firefox,
    origin,
    open,
    async stopBackground() {
      const page = await open('icons/16.png');
      await until(() =>
        page.evaluate(() =>
          browser.extension
            .getViews()
            .every(({ location }) => !location.pathname.includes('background')),
        ),
      );
      await page.close();
    },
    async tabs() {
      const page = await open('icons/16.png');
      const urls = await page.evaluate(async () =>
        (await browser.tabs.query({})).map(({ url = '' }) => url),
      );
      await page.close();
      return urls;
    },
    async update() {
      await install();
    },
    close: () => firefox.close(),
  };
}

function isLoaded(url: string): boolean {
  return location.href === url && document.readyState === 'complete';
}
