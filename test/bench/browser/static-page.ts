import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { buildFor, type Launched } from '../../browsers/launched.ts';

declare const firstSight: Promise<string>;

const stylesheet = /<link[^>]+rel="stylesheet"[^>]+href="\/([^"]+)"/g;

/**
 * Saves what the popup first paints as an extension of its own: the same HTML and style sheets, and
 * no script. It is the least that the popup can cost with these pixels.
 *
 * @returns the folder of that extension, whose page is `page.html`
 */
export async function saveFirstSight({ browser, origin }: Launched): Promise<string> {
  const page = await browser.newPage();
  await page.setViewport({ width: 400, height: 600 });
  await page.evaluateOnNewDocument(recordFirstSight);
  await page.goto(`${origin}popup.html`);
  const html = await page.evaluate(() => firstSight);
  await page.close();

  const folder = resolve('.output', 'bench-static');
  rmSync(folder, { recursive: true, force: true });
  cpSync(resolve('test/bench/bare'), folder, { recursive: true });
  rmSync(join(folder, 'page.js'));
  for (const [, path] of html.matchAll(stylesheet)) {
    if (path) copyInto(folder, path);
  }
  writeFileSync(join(folder, 'page.html'), `<!DOCTYPE html>\n${html}`);
  return folder;
}

function copyInto(folder: string, path: string): void {
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  writeFileSync(join(folder, path), readFileSync(join(buildFor('chrome'), path)));
}

/** Runs in the page before its own scripts, and so stands alone. */
function recordFirstSight(): void {
  const recorded = new Promise<string>((resolve) => {
    const observer = new MutationObserver(() => {
      if (!document.querySelector('section:first-of-type li')) return;
      observer.disconnect();
      // What is there when the frame is made is what it shows.
      requestAnimationFrame(() => {
        const copy = document.documentElement.cloneNode(true) as HTMLElement;
        for (const loaded of copy.querySelectorAll('script, link:not([rel=stylesheet])')) {
          loaded.remove();
        }
        resolve(copy.outerHTML);
      });
    });
    observer.observe(document, { childList: true, subtree: true });
  });
  Object.assign(globalThis, { firstSight: recorded });
}
