import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { browser as extensionApis } from 'wxt/browser';
import { keys, playFleet } from '../apis/scenario.ts';
import { type Apis, startApis } from '../apis/start.ts';
import { reachExtension } from '../browsers/extension.ts';
import { launch } from '../browsers/launch.ts';
import type { Launched } from '../browsers/launched.ts';
import { addConnection, waitForText } from '../browsers/page.ts';
import { until } from '../browsers/until.ts';
import { stored, thousands } from './agency.ts';
import { openStudio, type Studio } from './studio.ts';

declare const chrome: typeof extensionApis;
declare const sentences: string[];

describe('a popup with 1,000 accounts', () => {
  let studio: Studio;
  beforeAll(async () => {
    studio = await openStudio();
  });
  afterAll(() => studio.close());

  it('moves nothing while it opens', async () => {
    const { page } = studio;
    await page.setViewport({ width: 400, height: 600 });
    const local = stored(thousands(10, 100));
    await studio.load({ name: 'popup', page: 'popup.html', local, shows: '' });
    expect(await shiftsUntilAllIsShown(page)).toEqual([]);
  });
});

describe('a popup that begins with a snapshot', () => {
  let apis: Apis;
  let launched: Launched;
  beforeAll(async () => {
    apis = await startApis();
    playFleet(apis, { profiles: 10, accountsEach: 100 });
    apis.synposter.change('client3_14', { status: 'expired' });
    apis.synposter.change('client7_1', { scopes: ['tweet.read'] });
    launched = await launch('chrome', { proxyPort: apis.proxyPort });
    const extension = await reachExtension(launched);
    const options = await launched.open('options.html');
    await addConnection(options, { service: 'Synposter', key: keys.synposter });
    await waitForText(options, 'accounts in 10 profiles', { withinMs: 60_000 });
    await until(() => extension.hasCheckedAll());
    await until(() => options.evaluate(isSnapshotKept));
    await options.close();
  });
  afterAll(async () => {
    await launched.close();
    await apis.close();
  });

  it('moves nothing while it opens, and never says anything else', async () => {
    const page = await launched.browser.newPage();
    await page.setViewport({ width: 400, height: 600 });
    await page.evaluateOnNewDocument(noteSentences);
    await page.goto(`${launched.origin}popup.html`);
    expect(await shiftsUntilAllIsShown(page)).toEqual([]);
    // First with the list not all there, then with all of it.
    expect(await page.evaluate(() => sentences)).toEqual([
      'true: 2 accounts need attention',
      'false: 2 accounts need attention',
    ]);
  });
});

/** Runs in the page, and so stands alone. */
async function isSnapshotKept(): Promise<boolean> {
  return 'snapshot' in (await chrome.storage.session.get('snapshot'));
}

/** Runs in the page before its own scripts, and so stands alone. */
function noteSentences(): void {
  const noted: string[] = [];
  const note = () => {
    const sentence = document.querySelector('h1')?.textContent;
    const isBusy = document.querySelector('main')?.ariaBusy;
    const seen = `${isBusy}: ${sentence}`;
    if (sentence && noted.at(-1) !== seen) noted.push(seen);
  };
  new MutationObserver(note).observe(document, {
    attributes: true,
    characterData: true,
    childList: true,
    subtree: true,
  });
  Object.assign(globalThis, { sentences: noted });
}

/** What moved by itself, as the browser tells: https://web.dev/articles/cls */
async function shiftsUntilAllIsShown(page: Page): Promise<string[]> {
  // The past of the accounts comes last.
  await page.waitForSelector('.strip');
  return page.evaluate(shiftsUntilPainted);
}

async function shiftsUntilPainted(): Promise<string[]> {
  const shifts: string[] = [];
  const observer = new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) shifts.push(JSON.stringify(entry));
  });
  observer.observe({ type: 'layout-shift', buffered: true });
  // What is noted in one frame is told in the next ones.
  for (let frame = 0; frame < 4; frame += 1) await new Promise(requestAnimationFrame);
  return shifts;
}
