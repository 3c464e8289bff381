import { language } from './language';

let collator: Intl.Collator | undefined;

/**
 * Says which name comes first, as `sort` asks. Comparing through one collator is many times faster
 * than `localeCompare`. It takes 10 ms to make, and so is made when two names are compared: a
 * background that was just started has more urgent things to do. The language is asked for once
 * (`onceFor` would ask for each of 100,000 comparisons), and stays while a page or background lives.
 */
export function compareNames(a: string, b: string): number {
  collator ??= new Intl.Collator(language());
  return collator.compare(a, b);
}
