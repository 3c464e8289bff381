import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { browser as extensionApis } from 'wxt/browser';
import { keys, playFleet } from '../apis/scenario.ts';
import { type Apis, startApis } from '../apis/start.ts';
import { reachExtension } from '../browsers/extension.ts';
import { launch } from '../browsers/launch.ts';
import type { Launched } from '../browsers/launched.ts';
import { addConnection, click, waitForText } from '../browsers/page.ts';
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

  it('does not shift while it opens', async () => {
    const { page } = studio;
    await page.setViewport({ width: 400, height: 600 });
    const local = stored(thousands(10, 100));
    await studio.load({ name: 'popup', page: 'popup.html', local, shows: '' });
    expect(await shiftsUntilAllIsShown(page)).toEqual([]);
  });
});

describe('a popup that starts with a snapshot', () => {
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
    await waitForText(options, 'accounts in 10 profiles');
    await until(() => extension.hasCheckedAll());
    await until(() => options.evaluate(isSnapshotKept));
    await options.close();
  });
  afterAll(async () => {
    await launched.close();
    await apis.close();
  });

  it('does not shift while it opens, and never says anything else', async () => {
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

  it('does not shift if clients are grouped either', async () => {
    const page = await launched.open('popup.html');
    await click(page, 'button', 'Group');
    await until(() => page.evaluate(isSnapshotGrouped));
    await page.close();
    const next = await launched.browser.newPage();
    await next.setViewport({ width: 400, height: 600 });
    await next.goto(`${launched.origin}popup.html`);
    await next.waitForSelector('main[aria-busy=false] [role=group]');
    expect(await next.evaluate(shiftsUntilPainted)).toEqual([]);
  });
});

/** Runs in the page, and so stands alone. */
async function isSnapshotGrouped(): Promise<boolean> {
  const { snapshot } = await chrome.storage.session.get<{
    snapshot?: { view: { groups?: unknown } };
  }>('snapshot');
  return snapshot?.view.groups !== undefined;
}

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

/** Layout shifts that the browser reports: https://web.dev/articles/cls */
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
  // Shifts of one frame are reported in the next ones.
  for (let frame = 0; frame < 4; frame += 1) await new Promise(requestAnimationFrame);
  return shifts;
}
