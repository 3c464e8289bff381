import axe from 'axe-core';
import type { Page } from 'puppeteer-core';

declare const window: { axe: typeof axe };

const levels = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** Rules that are enough where only the theme is another, or that hold for real languages alone. */
const colours = ['color-contrast', 'link-in-text-block'];
const wording = { 'label-content-name-mismatch': { enabled: false } };

/**
 * What axe-core finds wrong with a page, a line each. `colours`: only what a theme can change;
 * `pseudo`: all but whether names begin with the words that are shown, as brackets are between.
 */
export async function violations(
  page: Page,
  which: 'all' | 'colours' | 'pseudo' = 'all',
): Promise<string[]> {
  if (!(await page.evaluate(() => 'axe' in globalThis))) await page.evaluate(axe.source);
  const options: axe.RunOptions = {
    runOnly:
      which === 'colours' ? { type: 'rule', values: colours } : { type: 'tag', values: levels },
    ...(which === 'pseudo' && { rules: wording }),
    resultTypes: ['violations'],
  };
  return page.evaluate(async (options) => {
    const { violations } = await window.axe.run(document, options);
    return violations.flatMap(({ id, help, nodes }) =>
      nodes.map(({ html, any }) => `${id}: ${help}: ${html} ${any[0]?.message ?? ''}`),
    );
  }, options);
}
