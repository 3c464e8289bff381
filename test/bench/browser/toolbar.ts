import type { Page } from 'puppeteer-core';
import type { browser as extensionApis } from 'wxt/browser';
import type { Launched } from '../../browsers/launched.ts';
import { type Background, controlBackground } from '../measures/background.ts';
import { leaveOnlyEmptyPage } from './empty-page.ts';
import { extensionProcesses, untilIdle } from './processes.ts';

declare const chrome: typeof extensionApis;
declare const probed: Promise<[first: number, all: number]>;

export type Start = 'warm' | 'cold';

/** How long a click on the icon took until something was there, in ms. */
interface Waited {
  /** The first account was on the screen. */
  first: number;
  /** All accounts were in the page, to scroll through and to search. */
  all: number;
  /** Processes of the extension that ran when the icon was clicked. */
  processes: number;
}

export interface Toolbar {
  /** Has nothing of the extension run, or its worker alone, and clicks the icon. */
  click(start: Start): Promise<Waited>;
}

/** The toolbar of a browser with one extension, with the probe in its popup, in one empty page. */
export async function toolbarOf(launched: Launched): Promise<Toolbar> {
  const page = await leaveOnlyEmptyPage(launched);
  const background = await controlBackground(launched, page);
  return {
    async click(start) {
      await background.stop();
      if (start === 'warm') await background.warm();
      const processes = await extensionProcesses(launched.browser);
      checkStart(start, background, processes);
      const clicked = await clickIcon(launched, page);
      // What it leaves behind must not fall on the click that follows, in another browser.
      await untilIdle(launched.browser);
      return { ...clicked, processes };
    },
  };
}

function checkStart(start: Start, background: Background, processes: number): void {
  const expected = start === 'warm';
  if (background.isRunning() !== expected || processes > 0 !== expected) {
    throw new Error(`The start is not ${start}: ${processes} processes of the extension run`);
  }
}

async function clickIcon(
  { browser, origin }: Launched,
  page: Page,
): Promise<{ first: number; all: number }> {
  const extensions = await browser.extensions();
  const extension = extensions.get(new URL(origin).host);
  if (!extension) throw new Error('The extension is not installed');
  const opened = browser.waitForTarget(
    (target) => target.type() === 'page' && target.url().startsWith(origin),
  );
  const clickedAt = Date.now();
  await extension.triggerAction(page);
  const popup = await (await opened).asPage();
  // On a busy machine the target is there before its page is.
  await popup.waitForFunction(() => 'probed' in globalThis, { polling: 100 });
  const { isPopup, ...times } = await popup.evaluate(async () => {
    const [first, all] = await probed;
    const isPopup = chrome.extension.getViews({ type: 'popup' }).includes(window);
    // The clock on the wall is the one that the browser and we have in common.
    const start = Date.now() - performance.now();
    return { isPopup, first: start + first, all: start + Math.max(first, all) };
  });
  if (!isPopup) throw new Error('The icon opened something else than a popup');
  await popup.close();
  return { first: times.first - clickedAt, all: times.all - clickedAt };
}
