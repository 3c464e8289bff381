// The polyfill would delay the popup's first paint, and these texts need none of it.
import { browser } from '@wxt-dev/browser';
import { type GeneratedI18nStructure, i18n } from '#i18n';

type NameOf<Key> = Key extends `${infer Name}.other` ? Name : never;
/** Messages with a form for each plural category. */
export type PluralName = NameOf<keyof GeneratedI18nStructure>;

/**
 * The language of the texts as a BCP 47 tag, which may not be the browser's own. Times and numbers
 * use it too, so that they match the words around them.
 */
export function language(): string {
  return i18n.t('language.tag');
}

/** One formatter for each language: making one takes a hundred times as long as using it. */
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

/** A count in the texts' language, without separators. */
export function numberText(count: number): string {
  return numbers(language()).format(count);
}

/**
 * The message for a count. Languages have one to six plural categories, and each has `other`:
 * https://www.unicode.org/cldr/charts/latest/supplemental/language_plural_rules.html
 *
 * @param others values for `$2` and on; `$1` is the count
 */
export function plural(name: PluralName, count: number, ...others: string[]): string {
  const category = pluralRules(language()).select(count);
  const values = [numberText(count), ...others];
  return message(name, category, values) || message(name, 'other', values);
}

/** Joins sentences, as the language does. */
export function sentences(...texts: string[]): string {
  return texts.reduce((before, next) => i18n.t('language.sentences', [before, next]));
}

/** Joins names to a list. */
export function joinNames(...names: string[]): string {
  return names.reduce((before, next) => i18n.t('language.listed', [before, next]));
}

/** Names in a sentence: "Slack, Discord and Teams", or "… or Teams". */
export function namesInSentence(names: readonly string[], joined: 'and' | 'or'): string {
  const type = joined === 'and' ? 'conjunction' : 'disjunction';
  return new Intl.ListFormat(language(), { type }).format(names);
}

function message(name: PluralName, category: Intl.LDMLPluralRule, values: string[]): string {
  // The types know only English's message names, and English has two categories.
  const getMessage = browser.i18n.getMessage as (name: string, values: string[]) => string;
  return getMessage(`${name.replaceAll('.', '_')}_${category}`, values);
}
