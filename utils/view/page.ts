import { browser } from 'wxt/browser';
import * as z from 'zod/mini';

/** What every page needs before it renders: its language and direction, and zod without `eval`. */
export function startPage(): void {
  // The extension's CSP forbids the `new Function` that zod's compiled validators are made with.
  z.config({ jitless: true });
  document.documentElement.lang = browser.i18n.getMessage('@@ui_locale').replace('_', '-');
  document.documentElement.dir = browser.i18n.getMessage('@@bidi_dir');
}
