import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { accept, acceptedBrowser, difference } from './compare.ts';
import { optionsPictures } from './options-states.ts';
import { themes } from './picture.ts';
import { popupPictures } from './popup-states.ts';
import { openStudio, type Studio, setTheme, sizeOf, take } from './studio.ts';
import { violations } from './violations.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** The pictures that are taken are the accepted ones from now on. */
    accepts: boolean;
  }
}

describe('each state of each page', () => {
  let studio: Studio;
  let isComparable: boolean;
  beforeAll(async () => {
    studio = await openStudio();
    isComparable = inject('accepts') || studio.browser === (await acceptedBrowser());
    if (!isComparable) {
      process.stderr.write(`Accepted pictures are not of ${studio.browser}: none is compared.\n`);
    }
  });
  afterAll(() => studio.close());

  it.each([...popupPictures, ...optionsPictures])('$name', async (picture) => {
    const { page } = studio;
    await page.setViewport(sizeOf(picture));
    await setTheme(page, 'light');
    await studio.show(picture);
    const taken: string[] = [];
    const wrong: string[] = [];
    for (const theme of themes) {
      await setTheme(page, theme);
      taken.push(await take(page, picture, `${picture.name}-${theme}`));
      wrong.push(...(await violations(page, theme === 'light' ? 'all' : 'colours')));
    }
    if (picture.compared && inject('accepts')) await accept(taken, studio.browser);
    if (picture.compared && isComparable) {
      const differences = await Promise.all(taken.map(difference));
      wrong.push(...differences.filter(Boolean));
    }
    expect(wrong).toEqual([]);
  });
});
