import { resolve } from 'node:path';
import type { Browser, Page } from 'puppeteer-core';
import type { BrowserName } from './find.ts';

export const addonId = 'still-connected@still-connected.app';

/** Where browsers find what they look for by themselves: this is never proxied, and never heard. */
export const nowhere = 'http://127.0.0.1:9';

export interface LaunchOptions {
  /** The proxy in front of the API double. */
  proxyPort: number;
  headless?: boolean;
  /** A profile to keep; else one that is thrown away. */
  profile?: string;
  /** The profile has had the extension before: no page opens by itself. */
  isRestart?: boolean;
  /** The home folder for Firefox; by default the user's own. */
  home?: string;
  /** After how long Firefox stops an idle background, in ms; its own default is 30 s. */
  idleTimeoutMs?: number;
  /** The language of the browser (BCP 47); else English, whichever the computer's own is. */
  language?: string;
  /** The browser's questions to the user can be answered; Firefox says yes by itself. */
  answersPrompts?: boolean;
  /** The build of `npm run dev` in place of the production build. */
  development?: boolean;
  /** The folder that files are saved to, without a question; else the browser's own. */
  downloads?: string;
  /** More words on Chrome's command line. */
  args?: readonly string[];
  /** The folder of another extension, or of a copy, in place of a build of ours. */
  folder?: string;
}

/** A browser with the extension in it. */
export interface Launched {
  name: BrowserName;
  browser: Browser;
  /** The address of the extension's pages, ending in a slash. */
  origin: string;
  /** Opens one of the extension's pages in a tab of its own, or in a window beside others. */
  open(path: string, place?: 'tab' | 'window'): Promise<Page>;
  /**
   * A page of the extension that runs no script, keeps nothing alive and shows nothing: its icon.
   * It stays open, as Firefox takes long to open one.
   */
  icon(): Promise<Page>;
  /** The addresses of all tabs. */
  tabs(): Promise<string[]>;
  /** Stops the background, whatever it is at; Firefox does so once it has been idle. */
  stopBackground(): Promise<void>;
  /** Installs the extension over itself, as an update does. Closes all its pages. */
  update(): Promise<void>;
  close(): Promise<void>;
}

/** The folder of a build. */
export function buildFor(name: BrowserName, development = false): string {
  return resolve('.output', `${name}-mv3${development ? '-dev' : ''}`);
}

/** Does what a browser is started for. Where that fails it is closed: nobody else would do it. */
export async function orClose<T>(close: () => Promise<void>, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    await close();
    throw error;
  }
}
