import type { Page } from 'puppeteer-core';
import { keys } from '../apis/scenario.ts';
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

/** What an option was set to; where it is none of its choices, says them and ends. */
export function chosen<T extends string>(option: string, value: string, choices: readonly T[]): T {
  const found = choices.find((choice) => choice === value);
  if (found) return found;
  process.stderr.write(`--${option} is one of: ${choices.join(', ')}\n`);
  process.exit(1);
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
