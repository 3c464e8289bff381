import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { scenarios } from '../apis/scenario.ts';
import { startApis } from '../apis/start.ts';
import { reachExtension } from '../browsers/extension.ts';
import { launch } from '../browsers/launch.ts';
import { click, waitForText } from '../browsers/page.ts';
import { until } from '../browsers/until.ts';
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
      gap: 72px; background: #4338ca; color: #fff; font: 26px/1.45 system-ui, sans-serif; }
    div { width: 560px } h1 { font-size: 50px; line-height: 1.15; margin: 0 0 24px; text-wrap: balance }
    img { width: 480px; border-radius: 14px; box-shadow: 0 24px 60px #0007 }
  </style><div><h1>${title}</h1>${text}</div><img src="data:image/png;base64,${shot}">`;
}

async function tileHtml(): Promise<string> {
  const icon = await readFile(join('assets', 'icon.svg'), 'base64');
  return `<!doctype html><style>
    body { margin: 0; height: 100vh; display: grid; place-content: center; justify-items: center;
      background: #fff; color: #16181d; font: 600 34px/1.3 system-ui, sans-serif; }
    p { margin: 0; font: 18px/1.4 system-ui, sans-serif; color: #5a6070 }
  </style><img width="112" src="data:image/svg+xml;base64,${icon}">Still Connected
  <p>Hear of a dead account first</p>`;
}

async function draw(page: Page, html: string, size: typeof store, file: string): Promise<void> {
  await page.setViewport(size);
  await page.setContent(html);
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
  await save(options, join(stores, '2-connections.png'));
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
    'Every account you connected in SchedPilot and Synposter, the worst first, with a badge and one notification for each change.',
  );
  await draw(canvas, first, store, '1-popup.png');
  const second = poster(
    dark,
    'Know what’s wrong, and what isn’t',
    'A rejected key, a network sign-in page and an expired account are different things. A failed check never changes an account’s status.',
  );
  await draw(canvas, second, store, '4-problems.png');
  await draw(canvas, await tileHtml(), tile, 'tile.png');
} finally {
  await launched.close();
  await apis.close();
}
