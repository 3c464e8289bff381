import type { MediaFeature, Page, Viewport } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { cutOff, sidewaysScroll } from './cut-off.ts';
import { optionsPictures } from './options-states.ts';
import type { Picture } from './picture.ts';
import { popupPictures } from './popup-states.ts';
import { buildPseudo } from './pseudo.ts';
import { openStudio, type Studio, sizeOf, take } from './studio.ts';
import { type Rules, violations } from './violations.ts';

interface Way {
  way: string;
  media?: readonly MediaFeature[];
  size?: (picture: Picture) => Viewport;
  /** What can be wrong in this way. */
  rules?: Rules;
}

const half = (picture: Picture) => {
  const { width, height } = sizeOf(picture);
  // A popup grows with its contents, to 800 px: zoomed to 200 %, it is as wide as ever.
  const isPopup = picture.page.startsWith('popup');
  return { width: isPopup ? width : width / 2, height: height / 2, deviceScaleFactor: 2 };
};

const ways: readonly Way[] = [
  { way: 'zoomed', size: half },
  { way: 'narrow', size: () => ({ width: 320, height: 640 }) },
  { way: 'forced-colors', media: [{ name: 'forced-colors', value: 'active' }] },
];

/** What has the most words, of each view; of texts that are longer, some more. */
const main = [
  'popup-some-bad',
  'popup-many-problems',
  'popup-grouped',
  'popup-details',
  'connections-in-trouble',
  'connections-add',
  'accounts-card',
  'accounts-grouped',
  'activity-full',
  'report-all',
  'alerts-managed',
  'alerts-chats',
  'alerts-add-chat',
  'about-set-aside',
];
const wordy = [
  'alerts-edit-chat',
  'popup-all-bad',
  'popup-odd-names',
  'connections-edit',
  'accounts-odd-names',
];

function named(...names: string[]): Picture[] {
  return [...popupPictures, ...optionsPictures].filter(({ name }) => names.includes(name));
}

/** The form that adds a connection, with more services than there are today. */
const manyServices = named('connections-empty').map((picture) => ({
  ...picture,
  name: 'connections-many-services',
  act: offerMore,
}));

function offerMore(page: Page): Promise<void> {
  return page.evaluate(() => {
    const group = document.querySelector('[role="radiogroup"]');
    const choices = [...(group?.children ?? [])];
    for (const choice of [...choices, ...choices]) group?.append(choice.cloneNode(true));
  });
}

/** Takes a picture, and says what of it cannot be read. */
async function look({ page, show }: Studio, picture: Picture, how: Way) {
  const { way, media = [], size = sizeOf, rules = 'all' } = how;
  await page.setViewport(size(picture));
  await page.emulateMediaFeatures([...media]);
  await show(picture);
  await take(page, picture, `${way}-${picture.name}`);
  return {
    violations: await violations(page, rules),
    cutOff: await cutOff(page),
    sideways: Math.max(0, await sidewaysScroll(page)),
  };
}

const nothing = { violations: [], cutOff: [], sideways: 0 };

describe('every view, larger, narrower and in other colours', () => {
  let studio: Studio;
  beforeAll(async () => {
    studio = await openStudio();
  });
  afterAll(() => studio.close());

  for (const way of ways) {
    it.each([...named(...main), ...manyServices])(`${way.way} $name`, async (picture) => {
      expect(await look(studio, picture, way)).toEqual(nothing);
    });
  }
});

describe.each(['ltr', 'rtl'] as const)('longer texts, %s', (direction) => {
  let studio: Studio;
  beforeAll(async () => {
    studio = await openStudio({ folder: await buildPseudo(direction) });
  });
  afterAll(() => studio.close());

  it.each(named(...main, ...wordy))('$name', async (picture) => {
    // The texts are others; that there are some is enough.
    const translated = { ...picture, shows: '[' };
    expect(await look(studio, translated, { way: direction, rules: 'pseudo' })).toEqual(nothing);
  });
});

describe.each(['de', 'fr', 'es', 'pt-BR', 'ja', 'ar'])('the texts of %s', (language) => {
  let studio: Studio;
  beforeAll(async () => {
    studio = await openStudio({ language });
  });
  afterAll(() => studio.close());

  it.each(named(...main))('$name', async (picture) => {
    // Names are the same in every language.
    const translated = { ...picture, shows: /SchedPilot|Synposter|@alice/ };
    expect(await look(studio, translated, { way: language, rules: 'words' })).toEqual(nothing);
    expect(await studio.page.evaluate(() => document.documentElement.lang)).toBe(language);
  });
});
