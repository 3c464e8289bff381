import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { scenarios } from '../apis/scenario.ts';
import { startApis } from '../apis/start.ts';
import { reachExtension } from '../browsers/extension.ts';
import { launch } from '../browsers/launch.ts';
import { click, waitForText } from '../browsers/page.ts';
import { until } from '../browsers/until.ts';
import { setFont } from '../gallery/font.ts';
import { addPast } from './past.ts';
import { enterKeys, say } from './stage.ts';

/*
 * The pictures of both stores and of the README, from the product at work on the API double:
 * `npm run build`, then `npm exec -- node test/demo/pictures.ts`.
 */

const stores = join('docs', 'store', 'pictures');
const store = { width: 1280, height: 800, deviceScaleFactor: 1 };
const tile = { width: 440, height: 280, deviceScaleFactor: 1 };

/** The popup has no room for words; around it there is. */
function poster(shot: string, title: string, text: string): string {
  return `<!doctype html><style>
    body { margin: 0; height: 100vh; display: flex; align-items: center; justify-content: center;
      gap: 72px; background: #4338ca; color: #fff; font: 26px/1.45 Inter, sans-serif; }
    div { width: 560px } h1 { font-size: 50px; line-height: 1.15; margin: 0 0 24px; text-wrap: balance }
    img { width: 480px; border-radius: 14px; box-shadow: 0 24px 60px #0007 }
  </style><div><h1>${title}</h1>${text}</div><img src="data:image/png;base64,${shot}">`;
}

async function tileHtml(): Promise<string> {
  const icon = await readFile(join('assets', 'icon.svg'), 'base64');
  return `<!doctype html><style>
    body { margin: 0; height: 100vh; display: grid; place-content: center; justify-items: center;
      background: #4338ca; color: #fff; font: 600 34px/1.3 Inter, sans-serif; }
    p { margin: 0; font: 18px/1.4 Inter, sans-serif; opacity: 0.85 }
  </style><img width="112" src="data:image/svg+xml;base64,${icon}">Still Connected
  <p>Know before a post fails</p>`;
}

async function draw(page: Page, html: string, size: typeof store, file: string): Promise<void> {
  await page.setViewport(size);
  await page.setContent(html);
  await setFont(page);
  await save(page, join(stores, file));
}

async function save(page: Page, path: string): Promise<void> {
  await page.screenshot({ path });
  say(path);
}

const apis = await startApis();
const { play, spoil } = scenarios['some-expired'];
play(apis);
const launched = await launch('chrome', { proxyPort: apis.proxyPort });
try {
  await mkdir(stores, { recursive: true });
  const extension = await reachExtension(launched);
  const canvas = await launched.browser.newPage();

  const options = await launched.open('options.html');
  await options.setViewport(store);
  await enterKeys(options);
  await addPast(extension);
  await setFont(options);
  await click(options, 'link', 'Accounts');
  await click(options, 'button', 'Group');
  await options.waitForSelector('.day-bars');
  await options.mouse.move(0, 0);
  await save(options, join(stores, '2-accounts.png'));
  await options.setViewport({ width: 1024, height: 640, deviceScaleFactor: 1.25 });
  await click(options, 'link', 'Alerts');
  await waitForText(options, 'Check every');
  await options.mouse.move(0, 0);
  await save(options, join(stores, '3-alerts.png'));
  await options.close();

  spoil?.(apis);
  await extension.passTime(16);
  const popup = await launched.open('popup.html');
  await popup.setViewport({ width: 400, height: 600, deviceScaleFactor: 2 });
  await waitForText(popup, '3 accounts need attention');
  await setFont(popup);
  const light = await popup.screenshot();
  await writeFile(join('docs', 'images', 'popup.png'), light);

  apis.play('synposter', { kind: 'html' });
  apis.schedPilot.state.keys.clear();
  await extension.passTime(16);
  await until(extension.hasCheckedAll);
  await extension.passTime(1);
  await popup.bringToFront();
  await popup.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: 'dark' }]);
  await waitForText(popup, 'rejected this key');
  await waitForText(popup, 'sign-in page');
  const dark = await popup.screenshot({ encoding: 'base64' });

  await canvas.bringToFront();
  const first = poster(
    Buffer.from(light).toString('base64'),
    'Know before a post fails',
    'Every SchedPilot and Synposter account in one list, with problems on top.',
  );
  await draw(canvas, first, store, '1-popup.png');
  const second = poster(
    dark,
    'No false alarms',
    'A rejected key, an outage or a Wi-Fi sign-in page never counts as a broken account.',
  );
  await draw(canvas, second, store, '4-problems.png');
  await draw(canvas, await tileHtml(), tile, 'tile.png');
} finally {
  await launched.close();
  await apis.close();
}
