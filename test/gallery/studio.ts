import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { type Apis, startApis } from '../apis/start.ts';
import { type Extension, reachExtension } from '../browsers/extension.ts';
import { launch } from '../browsers/launch.ts';
import type { LaunchOptions } from '../browsers/launched.ts';
import { waitForText } from '../browsers/page.ts';
import { now } from './agency.ts';
import { setFont } from './font.ts';
import type { Picture, Theme } from './picture.ts';

/** A browser that draws alike on every machine, with one page that shows state after state. */
export interface Studio {
  page: Page;
  /** Its name and main version. */
  browser: string;
  /** Opens a page in a state, as people have it. */
  load(picture: Picture): Promise<void>;
  /** The same in the font of the pictures, once it was done in it what it takes. */
  show(picture: Picture): Promise<void>;
  close(): Promise<void>;
}

const drawAlike = [
  '--font-render-hinting=none',
  '--disable-lcd-text',
  '--force-color-profile=srgb',
  '--force-device-scale-factor=1',
];

/** Another build than the one that people get, or the browser in another language than English. */
type Setting = Pick<LaunchOptions, 'folder' | 'language'>;

export async function openStudio(setting: Setting = {}): Promise<Studio> {
  const apis: Apis = await startApis();
  const launched = await launch('chrome', {
    proxyPort: apis.proxyPort,
    args: drawAlike,
    ...setting,
  });
  const extension: Extension = await reachExtension(launched);
  const page = await launched.browser.newPage();
  await page.emulateTimezone('UTC');
  await page.evaluateOnNewDocument(stopClock, now);
  const load = async ({ page: path, local, session }: Picture) => {
    await extension.store(local, session);
    // From another page, so that a change of the hash alone reloads it.
    await page.goto('about:blank');
    await page.goto(launched.origin + path);
    await page.waitForSelector('h1');
  };
  return {
    page,
    browser: (await launched.browser.version()).replace(/\..*$/, ''),
    load,
    async show(picture) {
      await load(picture);
      await setFont(page);
      await picture.act?.(page);
      await waitForText(page, picture.shows);
    },
    async close() {
      await launched.close();
      await apis.close();
    },
  };
}

/** Lets the page take any moment for the same one (ms since the epoch). */
function stopClock(at: number): void {
  globalThis.Date = new Proxy(Date, {
    construct: (date, given) => Reflect.construct(date, given.length > 0 ? given : [at]),
    get: (date, name) => (name === 'now' ? () => at : Reflect.get(date, name)),
  });
}

export async function setTheme(page: Page, theme: Theme): Promise<void> {
  await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: theme }]);
}

/** As large as Chrome makes a popup at most, and a window of the usual size. */
export function sizeOf({ page }: Picture): { width: number; height: number } {
  return page.startsWith('popup') ? { width: 400, height: 600 } : { width: 1280, height: 900 };
}

const folder = join('.output', 'gallery');

/** Takes the whole page, of a popup as much as Chrome would show, and says in which file. */
export async function take(page: Page, picture: Picture, name: string): Promise<string> {
  const path = join(folder, `${name}.png`);
  await mkdir(folder, { recursive: true });
  const height = await page.evaluate(() => document.body.getBoundingClientRect().height);
  await page.screenshot({
    path,
    ...(picture.page.startsWith('popup')
      ? {
          captureBeyondViewport: false,
          clip: { x: 0, y: 0, width: page.viewport()?.width ?? 400, height: Math.ceil(height) },
        }
      : { fullPage: true }),
  });
  return path;
}
