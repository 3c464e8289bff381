import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { stored, thousands } from './agency.ts';
import { openStudio, type Studio } from './studio.ts';

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
    // The past of the accounts comes last.
    await page.waitForSelector('.strip');
    expect(await page.evaluate(shiftsUntilPainted)).toEqual([]);
  });
});

/** What moved by itself, as the browser tells: https://web.dev/articles/cls */
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
