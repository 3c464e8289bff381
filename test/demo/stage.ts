import type { Page } from 'puppeteer-core';
import { keys } from '../apis/scenario.ts';
import { type BrowserName, browserNames } from '../browsers/find.ts';
import { addConnection, waitForText } from '../browsers/page.ts';

/** What a command line can say of the browser. Without a display there is nothing to show. */
export const browserOptions = {
  browser: { type: 'string', default: 'chrome' },
  headless: { type: 'boolean', default: !hasDisplay() },
} as const;

function hasDisplay(): boolean {
  const { DISPLAY, WAYLAND_DISPLAY } = process.env;
  return process.platform !== 'linux' || Boolean(DISPLAY || WAYLAND_DISPLAY);
}

/** @throws with the names that there are */
export function browserNamed(name: string): BrowserName {
  const found = browserNames.find((known) => known === name);
  if (!found) throw new Error(`--browser is one of: ${browserNames.join(', ')}`);
  return found;
}

export function say(text: string): void {
  process.stdout.write(`${text}\n`);
}

/** Adds a connection for each service on the options page, and waits for their accounts. */
export async function enterBothKeys(options: Page): Promise<void> {
  await addConnection(options, { service: 'SchedPilot', key: keys.schedPilot, label: 'Our team' });
  await waitForText(options, /Saved\. \d+ accounts found\./);
  await addConnection(options, { service: 'Synposter', key: keys.synposter, label: 'Agency key' });
  await waitForText(options, /Saved\. \d+ profiles found, with \d+ accounts\./);
}
