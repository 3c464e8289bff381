import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type axe from 'axe-core';
import type { Page } from 'puppeteer-core';

declare const window: { axe: typeof axe };

/** Less than half of what axe-core gives by itself, for each page to read. */
const source = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

const levels = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

const colours = ['color-contrast', 'link-in-text-block'];

/**
 * Which of axe-core's rules: `colours` only what a theme can change, `words` all but that. `pseudo`
 * leaves out as well whether names begin with the words that are shown, as brackets are between.
 */
export type Rules = 'all' | 'colours' | 'words' | 'pseudo';

const without: Readonly<Record<Rules, readonly string[]>> = {
  all: [],
  colours: [],
  words: colours,
  pseudo: [...colours, 'label-content-name-mismatch'],
};

/** What axe-core finds wrong with a page, a line each. */
export async function violations(page: Page, which: Rules): Promise<string[]> {
  if (!(await page.evaluate(() => 'axe' in globalThis))) await page.evaluate(source);
  const options: axe.RunOptions = {
    runOnly:
      which === 'colours' ? { type: 'rule', values: colours } : { type: 'tag', values: levels },
    rules: Object.fromEntries(without[which].map((rule) => [rule, { enabled: false }])),
    resultTypes: ['violations'],
  };
  return page.evaluate(async (options) => {
    const { violations } = await window.axe.run(document, options);
    return violations.flatMap(({ id, help, nodes }) =>
      nodes.map(({ html, any }) => `${id}: ${help}: ${html} ${any[0]?.message ?? ''}`),
    );
  }, options);
}
