import { resolve } from 'node:path';
import puppeteer, { type Page } from 'puppeteer-core';
import { chromeUiArgs } from './chrome-ui.ts';
import { findBrowser } from './find.ts';
import { buildFor, type Launched, type LaunchOptions, nowhere, orClose } from './launched.ts';

export async function launchChrome(options: LaunchOptions): Promise<Launched> {
  const { proxyPort, headless = true, profile, answersPrompts, development } = options;
  const { language = 'en', args = [] } = options;
  const { folder = buildFor('chrome', development), downloads } = options;
  const browser = await puppeteer.launch({
    executablePath: findBrowser('chrome'),
    headless,
    enableExtensions: true,
    pipe: true,
    acceptInsecureCerts: true,
    defaultViewport: null,
    ...(downloads && { downloadBehavior: { policy: 'allow', downloadPath: downloads } }),
    ...(profile && { userDataDir: profile }),
    // Chrome for Linux asks the environment, the others the command line.
    env: { ...process.env, LANGUAGE: language },
    args: [
      `--lang=${language}`,
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
      ...args,
    ],
  });
  const install = () => browser.installExtension(resolve(folder));
  const close = () => browser.close();
  const id = await orClose(close, install);
  const origin = `chrome-extension://${id}/`;
  const open: Launched['open'] = async (path, type = 'tab') => {
    const page = await browser.newPage({ type });
    await page.goto(origin + path);
    return page;
  };
  let opened: Promise<Page> | undefined;
  return {
    name: 'chrome',
    browser,
    origin,
    open,
    icon() {
      opened ??= open('icons/16.png').then((page) => {
        // Whoever needs it after it was closed gets another one.
        page.once('close', () => {
          opened = undefined;
        });
        return page;
      });
      return opened;
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
      opened = undefined;
    },
    close,
  };
}
