import { browser } from 'wxt/browser';
import { type GeneratedI18nStructure, i18n } from '#i18n';

type NameOf<Key> = Key extends `${infer Name}.other` ? Name : never;
/** Messages of which there is one for each plural category of a language. */
type PluralName = NameOf<keyof GeneratedI18nStructure>;

/**
 * The language that texts are in, as a BCP 47 tag. The browser's own may be one that we have no
 * texts in; times and numbers are to be of the same language as the words around them.
 */
export function language(): string {
  return i18n.t('language.tag');
}

/** A formatter for each language, made once: to make one takes longer than to use it a hundred times. */
export function onceFor<Format>(make: (language: string) => Format): (language: string) => Format {
  const made = new Map<string, Format>();
  return (tag) => {
    const format = made.get(tag) ?? make(tag);
    made.set(tag, format);
    return format;
  };
}

const pluralRules = onceFor((tag) => new Intl.PluralRules(tag));
const numbers = onceFor((tag) => new Intl.NumberFormat(tag, { useGrouping: false }));

/** A count as it is written in the language of the texts; its digits stand together, as in the badge. */
export function numberText(count: number): string {
  return numbers(language()).format(count);
}

/**
 * The message for a count. Languages have from one plural category to six, and each has `other`:
 * https://www.unicode.org/cldr/charts/latest/supplemental/language_plural_rules.html
 *
 * @param others what stands for `$2` and so on; `$1` is the count
 */
export function plural(name: PluralName, count: number, ...others: string[]): string {
  const category = pluralRules(language()).select(count);
  const values = [numberText(count), ...others];
  return message(name, category, values) || message(name, 'other', values);
}

/** Sentences after one another, as the language sets them. */
export function sentences(...texts: string[]): string {
  return texts.reduce((before, next) => i18n.t('language.sentences', [before, next]));
}

/** Names after one another, in a list that may go on. */
export function listed(...names: string[]): string {
  return names.reduce((before, next) => i18n.t('language.listed', [before, next]));
}

function message(name: PluralName, category: Intl.LDMLPluralRule, values: string[]): string {
  // Only the names that English has are known as types, and English has two categories.
  const getMessage = browser.i18n.getMessage as (name: string, values: string[]) => string;
  return getMessage(`${name.replaceAll('.', '_')}_${category}`, values);
}
