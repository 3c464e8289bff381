import type { Page } from 'puppeteer-core';
import { until } from './until.ts';

/*
 * What a person does and reads on a page of the extension.
 */

/** Finds an element by its role and its name in the accessibility tree; without a name, any. */
export function find(page: Page, role: string, name: string) {
  return findBy(page, `${name}[role="${role}"]`);
}

/** Finds a field by its name. A password field has no role of its own. */
export function findField(page: Page, name: string) {
  return findBy(page, name);
}

function findBy(page: Page, aria: string) {
  return until(async () => (await page.$(`::-p-aria(${aria})`)) ?? undefined);
}

export async function click(page: Page, role: string, name: string): Promise<void> {
  await (await find(page, role, name)).click();
}

/** Puts a text in the place of what a field holds. */
export async function fill(page: Page, name: string, text: string): Promise<void> {
  const found = await findField(page, name);
  // Firefox gives the label's name to the label as well.
  const field = await page.evaluateHandle(
    (node) => (node instanceof HTMLLabelElement ? (node.control ?? node) : node),
    found,
  );
  await field.focus();
  await page.evaluate((element) => {
    if (element instanceof HTMLInputElement) element.select();
  }, field);
  await page.keyboard.press('Backspace');
  if (text) await field.type(text);
}

/** What a person reads on the page. */
function textOf(page: Page): Promise<string> {
  return page.evaluate(() => document.body.innerText);
}

/** Waits for a text to stand on the page. */
export async function waitForText(
  page: Page,
  text: string | RegExp,
  options: { withinMs?: number } = {},
): Promise<string> {
  const found = (all: string) => (typeof text === 'string' ? all.includes(text) : text.test(all));
  let last = '';
  try {
    return await until(async () => {
      last = await textOf(page);
      return found(last) && last;
    }, options);
  } catch (cause) {
    throw new Error(`Never read ${text}; the page says:\n${last}`, { cause });
  }
}

/** The texts of the items in one of the popup's regions, once all are there; none where it is not. */
export async function itemsIn(page: Page, region: string): Promise<string[]> {
  await until(() => page.evaluate(() => document.querySelector('main')?.ariaBusy === 'false'));
  return page.evaluate((name) => {
    const sections = [...document.querySelectorAll('section')];
    const section = sections.find((other) => other.querySelector('h2')?.textContent === name);
    return [...(section?.querySelectorAll('li') ?? [])].map((item) => item.innerText);
  }, region);
}

export interface NewConnection {
  service: 'SchedPilot' | 'Synposter';
  key: string;
  label?: string;
  profileId?: string;
}

/** Fills in "Add a connection" as a person would, and presses "Test and save". */
export async function addConnection(options: Page, entry: NewConnection): Promise<void> {
  await fillConnection(options, entry);
  await click(options, 'button', 'Test and save');
}

/** The same, without pressing anything. */
export async function fillConnection(options: Page, entry: NewConnection): Promise<void> {
  await click(options, 'radio', entry.service);
  await fill(options, 'API key', entry.key);
  await fill(options, 'Label', entry.label ?? '');
  if (entry.service === 'Synposter') {
    await fill(options, 'Profile ID', entry.profileId ?? '');
  }
}
