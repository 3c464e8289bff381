import type { Page } from 'puppeteer-core';
import type { Launched } from '../../browsers/launched.ts';

/** Closes all pages for the sake of an empty one, which is no extension's. */
export async function leaveOnlyEmptyPage({ browser }: Launched): Promise<Page> {
  const others = await browser.pages();
  const page = await browser.newPage();
  await Promise.all(others.map((other) => other.close()));
  return page;
}
