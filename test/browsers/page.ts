import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { ByRoleMatcher, queries } from '@testing-library/dom';
import { ElementHandle, type JSHandle, type Page } from 'puppeteer-core';
import { until } from './until.ts';

/*
 * What a person does and reads on a page of the extension.
 */

/** Inside a page, once it was put there. */
declare const TestingLibraryDom: typeof queries;

const testingLibrary = readFileSync(
  createRequire(import.meta.url).resolve(
    '@testing-library/dom/dist/@testing-library/dom.umd.min.js',
  ),
  'utf8',
);

/**
 * Finds an element by its role and its name, as the component tests do; without a name, any.
 *
 * Not by the browser's own accessibility tree: Firefox draws the page twice for each element that is
 * not in the tree, which makes half a second of each look. `findInTree` does, where that is meant.
 */
export function find(page: Page, role: ByRoleMatcher, name = ''): Promise<ElementHandle<Element>> {
  return findBy(page, () =>
    page.evaluateHandle(
      (role, name) =>
        TestingLibraryDom.queryAllByRole(document.body, role, name ? { name } : {})[0],
      role,
      name,
    ),
  );
}

/** Finds a field by its name. A password field has no role of its own. */
export function findField(page: Page, name: string): Promise<ElementHandle<Element>> {
  return findBy(page, () =>
    page.evaluateHandle(
      (name) => TestingLibraryDom.queryAllByLabelText(document.body, name)[0],
      name,
    ),
  );
}

/** Finds an element in the browser's accessibility tree too, and only looks around it there. */
export function findInTree(page: Page, role: ByRoleMatcher, name: string) {
  return until(async () => {
    const element = await find(page, role, name);
    const around = await element.evaluateHandle(({ parentNode }) => parentNode);
    return (await around.asElement()?.$(`::-p-aria(${name}[role="${role}"])`)) ?? undefined;
  });
}

function findBy(
  page: Page,
  look: () => Promise<JSHandle<Element | undefined>>,
): Promise<ElementHandle<Element>> {
  return until(async () => {
    const isThere = await page.evaluate(() => 'TestingLibraryDom' in globalThis);
    if (!isThere) await page.evaluate(testingLibrary);
    const found = await look();
    return found instanceof ElementHandle ? found : undefined;
  });
}

export async function click(page: Page, role: ByRoleMatcher, name: string): Promise<void> {
  await (await find(page, role, name)).click();
}

/** Puts a text in the place of what a field holds. */
export async function fill(page: Page, name: string, text: string): Promise<void> {
  const field = await findField(page, name);
  await field.focus();
  await field.evaluate((element) => {
    if (element instanceof HTMLInputElement) element.select();
  });
  await page.keyboard.press('Backspace');
  if (text) await field.type(text);
}

/** Chooses in the field of this name. */
export async function choose(page: Page, name: string, value: string): Promise<void> {
  await (await findField(page, name)).select(value);
}

/** What is chosen in the field of this name. */
export async function chosenIn(page: Page, name: string): Promise<string | undefined> {
  return (await findField(page, name)).evaluate((field) =>
    field instanceof HTMLSelectElement ? field.value : undefined,
  );
}

/** Copies a text elsewhere on the page, and pastes it in the place of what a field holds. */
export async function paste(page: Page, name: string, text: string): Promise<void> {
  await page.evaluate((text) => {
    const source = document.createElement('textarea');
    source.id = 'copied-from';
    source.value = text;
    document.body.append(source);
    source.select();
  }, text);
  await pressWithControl(page, 'c');
  await page.evaluate(() => document.querySelector('#copied-from')?.remove());
  const field = await findField(page, name);
  await field.focus();
  await pressWithControl(page, 'a');
  await pressWithControl(page, 'v');
}

async function pressWithControl(page: Page, key: 'a' | 'c' | 'v'): Promise<void> {
  await page.keyboard.down('Control');
  await page.keyboard.press(key);
  await page.keyboard.up('Control');
}

/** What a person reads on the page. */
function textOf(page: Page): Promise<string> {
  return page.evaluate(() => document.body.innerText);
}

/** Waits for a text to stand on the page. */
export async function waitForText(page: Page, text: string | RegExp): Promise<string> {
  const found = (all: string) => (typeof text === 'string' ? all.includes(text) : text.test(all));
  let last = '';
  try {
    return await until(async () => {
      last = await textOf(page);
      return found(last) && last;
    });
  } catch (cause) {
    throw new Error(`Never read ${text}; the page says:\n${last}`, { cause });
  }
}

/**
 * The texts of the items in one of the popup's regions, once there are as many as its title says;
 * none where it is not. Not for lists of more than 100, which never have all.
 */
export function itemsIn(page: Page, region: string): Promise<string[]> {
  return until(() =>
    page.evaluate((name) => {
      if (document.querySelector('main')?.ariaBusy !== 'false') return undefined;
      const sections = [...document.querySelectorAll('section')];
      const section = sections.find((other) => other.querySelector('h2')?.textContent === name);
      if (!section) return [];
      const items = [...section.querySelectorAll('li')].map((item) => item.innerText);
      const count = Number(section.querySelector('h2 + span')?.textContent);
      return items.length === count ? items : undefined;
    }, region),
  );
}

export interface NewConnection {
  /** Its name, as the page has it. */
  service: string;
  key: string;
  label?: string;
  profileId?: string;
}

/** Fills in "Add a connection" as a person would, and presses "Test and save". */
export async function addConnection(options: Page, entry: NewConnection): Promise<void> {
  await fillConnection(options, entry);
  await click(options, 'button', 'Test and save');
}

/** The same, without pressing "Test and save". */
export async function fillConnection(options: Page, entry: NewConnection): Promise<void> {
  await openConnectionForm(options);
  await click(options, 'radio', entry.service);
  await fill(options, 'API key', entry.key);
  await fill(options, 'Name', entry.label ?? '');
  if (entry.profileId !== undefined) await fill(options, 'Profile ID', entry.profileId);
}

/** Opens "Add a connection", unless it is open or is the page, and shows all of its fields. */
export async function openConnectionForm(options: Page): Promise<void> {
  await find(options, 'heading', 'Connections');
  const isOpen = await options.evaluate(
    () => document.querySelector('form')?.checkVisibility() === true,
  );
  if (!isOpen) await click(options, 'button', 'Add connection');
  await find(options, 'form');
  const more = await options.$('form details:not([open]) > summary');
  await more?.click();
}
