import * as z from 'zod/mini';
import { i18n } from '#i18n';
import { language } from '../language';

/** What every page needs before it renders: the language and direction of its texts, and zod without `eval`. */
export function startPage(): void {
  // The extension's CSP forbids the `new Function` that zod's compiled validators are made with.
  z.config({ jitless: true });
  document.documentElement.lang = language();
  document.documentElement.dir = i18n.t('language.direction');
}
