import type { Page } from 'puppeteer-core';
import type { Launched } from '../../browsers/launched.ts';

declare const longTasks: { durations: number[]; observer: PerformanceObserver };

/**
 * Scrolls through all accounts in the popup, groups them by client and searches them.
 *
 * @returns the long tasks meanwhile, in ms
 */
export async function longTasksOfPopup({ browser, origin }: Launched): Promise<number[]> {
  const page = await browser.newPage();
  await page.setViewport({ width: 400, height: 600 });
  await page.goto(`${origin}popup.html`);
  // The list says so while it has its first rows alone.
  await page.waitForSelector('main[aria-busy=false]');
  await page.evaluate(watchLongTasks);
  await page.evaluate(scrollThrough);
  for (const isGrouped of [true, false]) {
    // Looking for it by role would itself be a long task.
    await page.click('button[aria-pressed]');
    await page.waitForSelector(`button[aria-pressed=${isGrouped}]`);
    await nextFrame(page);
  }
  await page.focus('input[type=search]');
  for (const letter of 'client 49 client49_19') {
    await page.keyboard.type(letter);
    await nextFrame(page);
  }
  return closed(page);
}

/**
 * Opens the report on all accounts.
 *
 * @returns the long tasks until it is there, in ms
 */
export async function longTasksOfReport({ browser, origin }: Launched): Promise<number[]> {
  const page = await browser.newPage();
  await page.evaluateOnNewDocument(watchLongTasks);
  await page.goto(`${origin}report.html`);
  await page.waitForSelector('article footer');
  await nextFrame(page);
  return closed(page);
}

async function closed(page: Page): Promise<number[]> {
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

/** Until what was done is painted. */
function nextFrame(page: Page): Promise<void> {
  return page.evaluate(
    () =>
      new Promise<void>((resolve) =>
        requestAnimationFrame(() => requestAnimationFrame(() => resolve())),
      ),
  );
}
