import { language } from './language';

let collator: Intl.Collator | undefined;

/**
 * Compares names for `sort`. One collator is many times faster than `localeCompare`. It takes 10 ms
 * to make, so it is made at the first comparison rather than when a worker starts. It keeps its
 * language for the life of the page or worker: `onceFor` would look it up 100,000 times.
 */
export function compareNames(a: string, b: string): number {
  collator ??= new Intl.Collator(language());
  return collator.compare(a, b);
}
