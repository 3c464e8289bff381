import type { Page } from 'puppeteer-core';

/** A state of a page, and what it shows once it is there. */
export interface Picture {
  name: string;
  /** The page's file, with the hash of a view. */
  page: string;
  /** What is stored, by its names in `storage.local` and in `storage.session`. */
  local: Record<string, unknown>;
  session?: Record<string, unknown>;
  /** A text that stands on the page when the picture is taken. */
  shows: string | RegExp;
  /** What the user does before the picture is taken. */
  act?: (page: Page) => Promise<void>;
  /** The picture is held against the accepted one. */
  compared?: true;
}

export const themes = ['light', 'dark'] as const;
export type Theme = (typeof themes)[number];
