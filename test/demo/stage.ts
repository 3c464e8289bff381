import type { Page } from 'puppeteer-core';
import type { ServiceId } from '../../utils/services/registry';
import { keys } from '../apis/scenario.ts';
import { addConnection, waitForText } from '../browsers/page.ts';

/** The browser options of a command line. Without a display the browser is headless. */
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

interface Entry {
  service: string;
  key: string;
  label: string;
  /** What the options page says of it. */
  saved: RegExp;
}

const entries: Readonly<Record<ServiceId, Entry>> = {
  schedpilot: {
    service: 'SchedPilot',
    key: keys.schedpilot,
    label: 'Our team',
    saved: /Connected\. Found \d+ accounts\./,
  },
  synposter: {
    service: 'Synposter',
    key: keys.synposter,
    label: 'Agency key',
    saved: /Connected\. Found \d+ accounts in \d+ profiles\./,
  },
};

/** Adds a connection for each service on the options page, and waits for their accounts. */
export async function enterKeys(options: Page): Promise<void> {
  for (const { saved, ...entry } of Object.values(entries)) {
    await addConnection(options, entry);
    await waitForText(options, saved);
  }
}
