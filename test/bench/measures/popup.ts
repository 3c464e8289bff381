import type { Launched } from '../../browsers/launched.ts';
import { fleetOf, startBare, startFolder, startStage, watchFleet } from '../browser/browser.ts';
import { saveFirstSight } from '../browser/static-page.ts';
import { count, type FigureName, type Measured, ratio } from '../figures.ts';
import { type Plan, takeTurns } from '../statistics.ts';
import { longTasksOfPopup, longTasksOfReport } from './long-tasks.ts';

declare const painted: Promise<number>;

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
    const inPopup = await longTasksOfPopup(stage.launched);
    const inReport = await longTasksOfReport(stage.launched);
    return [
      ...measured,
      count('popup.scroll.longTasks', inPopup.length),
      count('report.10000.longTasks', inReport.length),
    ];
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
