import type { Page } from 'puppeteer-core';
import type { Launched } from '../../browsers/launched.ts';
import { fleetOf, startBare, startFolder, startStage, watchFleet } from '../browser/browser.ts';
import { saveFirstSight } from '../browser/static-page.ts';
import { count, type FigureName, type Measured, ratio } from '../figures.ts';
import { type Plan, takeTurns } from '../statistics.ts';

declare const painted: Promise<number>;
declare const longTasks: { durations: number[]; observer: PerformanceObserver };

const firstAccount = 'section:first-of-type li';

const fleets: readonly { accounts: number; overBare: FigureName; overStatic?: FigureName }[] = [
  { accounts: 25, overBare: 'popup.25.ratio', overStatic: 'popup.25.overStatic' },
  { accounts: 1_000, overBare: 'popup.1000.ratio' },
  { accounts: 10_000, overBare: 'popup.10000.ratio', overStatic: 'popup.10000.overStatic' },
];

/** How long people wait for the first account, and whether the page keeps up with them after. */
export async function measurePopup(plan: Plan): Promise<Measured[]> {
  const stage = await startStage();
  try {
    const bare = await startBare(stage.apis.proxyPort);
    const measured: Measured[] = [];
    try {
      for (const { accounts, overBare, overStatic } of fleets) {
        await watchFleet(stage, fleetOf(accounts));
        const folder = await saveFirstSight(stage.launched);
        const still = await startFolder(stage.apis.proxyPort, folder);
        try {
          const taken = await takeTurns(
            {
              ours: () => paintedAfter(stage.launched, 'popup.html', firstAccount),
              still: () => paintedAfter(still, 'page.html', firstAccount),
              bare: () => paintedAfter(bare.launched, 'page.html', 'p:not(:empty)'),
            },
            plan,
          );
          measured.push(ratio(overBare, { ours: taken.ours, floor: taken.bare }));
          if (overStatic) {
            measured.push(ratio(overStatic, { ours: taken.ours, floor: taken.still }));
          }
        } finally {
          await still.close();
        }
      }
    } finally {
      await bare.launched.close();
    }
    const tasks = await longTasksOfUse(stage.launched);
    return [...measured, count('popup.scroll.longTasks', tasks.length)];
  } finally {
    await stage.close();
  }
}

/** ms from the start of the navigation until something that matches was painted */
async function paintedAfter(launched: Launched, path: string, selector: string): Promise<number> {
  const page = await launched.browser.newPage();
  await page.setViewport({ width: 400, height: 600 });
  await page.evaluateOnNewDocument(watchForPaint, selector);
  await page.goto(launched.origin + path);
  const ms = await page.evaluate(() => painted);
  await page.close();
  return ms;
}

/** Runs in the page before its own scripts, and so stands alone. */
function watchForPaint(selector: string): void {
  const done = new Promise<number>((resolve) => {
    const observer = new MutationObserver(() => {
      if (!document.querySelector(selector)) return;
      observer.disconnect();
      // A message that is sent while a frame is made comes after that frame was painted.
      requestAnimationFrame(() => {
        const { port1, port2 } = new MessageChannel();
        port1.onmessage = () => resolve(performance.now());
        port2.postMessage(null);
      });
    });
    observer.observe(document, { childList: true, subtree: true });
  });
  Object.assign(globalThis, { painted: done });
}

/** Scrolls through all accounts and searches them. @returns the long tasks meanwhile, in ms */
async function longTasksOfUse({ browser, origin }: Launched): Promise<number[]> {
  const page = await browser.newPage();
  await page.setViewport({ width: 400, height: 600 });
  await page.evaluateOnNewDocument(watchForPaint, firstAccount);
  await page.goto(`${origin}popup.html`);
  await page.evaluate(() => painted);
  // The list says so while it has its first rows alone.
  await page.waitForSelector('main:not([aria-busy=true])');
  await page.evaluate(watchLongTasks);
  await page.evaluate(scrollThrough);
  await page.focus('input[type=search]');
  for (const letter of 'client 49 client49_19') {
    await page.keyboard.type(letter);
    await nextFrame(page);
  }
  const durations = await page.evaluate(() => {
    const last = longTasks.observer.takeRecords().map(({ duration }) => duration);
    return [...longTasks.durations, ...last];
  });
  await page.close();
  return durations;
}

/** Runs in the page, and so stands alone. */
function watchLongTasks(): void {
  const durations: number[] = [];
  const observer = new PerformanceObserver((list) => {
    durations.push(...list.getEntries().map(({ duration }) => duration));
  });
  observer.observe({ type: 'longtask' });
  Object.assign(globalThis, { longTasks: { durations, observer } });
}

/** Runs in the page, and so stands alone. A step for each frame, and each to rows not seen yet. */
async function scrollThrough(): Promise<void> {
  const scroller = document.querySelector('main');
  if (!scroller) throw new Error('There is nothing to scroll');
  const steps = 300;
  for (let step = 0; step <= steps; step += 1) {
    scroller.scrollTop = ((scroller.scrollHeight - scroller.clientHeight) * step) / steps;
    await new Promise(requestAnimationFrame);
  }
  const list = [...scroller.querySelectorAll('li')].at(-1);
  const { posinset, setsize } = {
    posinset: list?.getAttribute('aria-posinset'),
    setsize: list?.getAttribute('aria-setsize'),
  };
  if (!setsize || posinset !== setsize) throw new Error('The end was never reached');
}

/** Until what was typed is painted. */
function nextFrame(page: Page): Promise<void> {
  return page.evaluate(
    () =>
      new Promise<void>((resolve) =>
        requestAnimationFrame(() => requestAnimationFrame(() => resolve())),
      ),
  );
}
