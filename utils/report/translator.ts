import * as z from 'zod/mini';
import type { GeneratedI18nStructure } from '#i18n';
import { language, type PluralName } from '../text/language';

/** The languages of a report, by the folder of their messages, with their own names. */
export const reportLanguages = [
  { locale: 'en', name: 'English' },
  { locale: 'de', name: 'Deutsch' },
  { locale: 'es', name: 'Español' },
  { locale: 'fr', name: 'Français' },
  { locale: 'pt_BR', name: 'Português (Brasil)' },
  { locale: 'ja', name: '日本語' },
  { locale: 'ar', name: 'العربية' },
] as const;
export type ReportLocale = (typeof reportLanguages)[number]['locale'];

/** Texts in a language that need not be the browser's. */
export interface Translator {
  /** BCP 47 */
  tag: string;
  direction: 'ltr' | 'rtl';
  /** A text with `$1` and on filled in. */
  t(name: keyof GeneratedI18nStructure, values?: readonly string[]): string;
  /** The text for a count, which is `$1`. */
  plural(name: PluralName, count: number, ...others: string[]): string;
}

const messagesSchema = z.catchall(z.object({}), z.object({ message: z.string() }));

/** The locale of the browser's own texts. */
export function ownLocale(): ReportLocale {
  const own = language().replace('-', '_');
  return reportLanguages.find(({ locale }) => locale === own)?.locale ?? 'en';
}

/**
 * Loads the extension's texts in a language. `browser.i18n` only knows the browser's own.
 *
 * @throws if the extension's own files can't be read
 */
export async function loadTranslator(locale: ReportLocale): Promise<Translator> {
  const response = await fetch(`/_locales/${locale}/messages.json`);
  const messages = messagesSchema.parse(await response.json());
  const textOf = (name: string) => messages[name.replaceAll('.', '_')]?.message;
  const t: Translator['t'] = (name, values = []) => filled(textOf(name) ?? '', values);
  const tag = t('language.tag');
  const rules = new Intl.PluralRules(tag);
  const numbers = new Intl.NumberFormat(tag);
  return {
    tag,
    direction: t('language.direction') === 'rtl' ? 'rtl' : 'ltr',
    t,
    plural(name, count, ...others) {
      const text = textOf(`${name}.${rules.select(count)}`) ?? textOf(`${name}.other`) ?? '';
      return filled(text, [numbers.format(count), ...others]);
    },
  };
}

function filled(text: string, values: readonly string[]): string {
  return text.replace(/\$(\d)/g, (_, n) => values[Number(n) - 1] ?? '');
}
