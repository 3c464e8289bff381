import type { KeyInput, Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { keys } from '../../apis/scenario.ts';
import { find, waitForText } from '../../browsers/page.ts';
import { until } from '../../browsers/until.ts';
import { type Session, startSession } from '../session.ts';

/** The focused element's name or text, and whether its outline is visible. */
interface Focus {
  name: string;
  isVisible: boolean;
}

function focusIn(page: Page): Promise<Focus> {
  return page.evaluate(() => {
    const element = document.activeElement ?? document.body;
    const label = element instanceof HTMLInputElement ? element.labels?.[0]?.innerText : undefined;
    const words = element.textContent?.replace(/\s+/g, ' ').trim();
    // A search field is outlined with the icon in it.
    const outlined = [element, element.closest('.search')].some(
      (one) => one && getComputedStyle(one).outlineStyle !== 'none',
    );
    return {
      name: element.ariaLabel ?? label ?? (element === document.body ? 'body' : (words ?? '')),
      isVisible: outlined || element.getAttribute('role') === 'menuitem',
    };
  });
}

/** Presses a key until an element has the focus, which must be visible all the way. */
async function goTo(page: Page, name: string | RegExp, key: KeyInput = 'Tab'): Promise<void> {
  const isThere = (at: string) => (typeof name === 'string' ? at === name : name.test(at));
  const passed: string[] = [];
  for (let step = 0; step < 40; step += 1) {
    await page.keyboard.press(key);
    const focus = await focusIn(page);
    passed.push(focus.name);
    if (focus.name !== 'body') expect(focus, `after ${passed}`).toMatchObject({ isVisible: true });
    if (isThere(focus.name)) return;
  }
  throw new Error(`${key} never led to ${name}, but to: ${passed.join(' | ')}`);
}

/** The product without a mouse. */
describe('by keyboard alone', () => {
  let session: Session;
  let popup: Page;
  beforeAll(async () => {
    session = await startSession();
  });
  afterAll(() => session.close());

  it('a key is added', async () => {
    const options = await session.open('options.html');
    await find(options, 'button', 'Test and save');
    await goTo(options, 'SchedPilot');
    await options.keyboard.press('ArrowDown');
    expect(await focusIn(options)).toEqual({ name: 'Synposter', isVisible: true });
    await goTo(options, 'API key');
    await options.keyboard.type(keys.synposter);
    await options.keyboard.press('Enter');
    await waitForText(options, 'Connected. Found 6 accounts in 2 profiles.');
    await until(async () => (await focusIn(options)).name === 'Connections');
    await options.close();
  });

  it('an account is found', async () => {
    popup = await session.open('popup.html');
    await waitForText(popup, '2 accounts need attention');
    await popup.keyboard.press('/');
    expect(await focusIn(popup)).toEqual({ name: 'Search accounts', isVisible: true });
    await popup.keyboard.type('support');
    await waitForText(popup, /Connected\s+1\s/);
    await popup.keyboard.press('ArrowDown');
    expect((await focusIn(popup)).name).toMatch(/@alice_support/);
    await popup.keyboard.press('ArrowUp');
    expect((await focusIn(popup)).name).toBe('Search accounts');
    await popup.keyboard.press('Escape');
    await find(popup, 'region', 'Needs attention');
  });

  it('an account is muted, and the next one gets the focus', async () => {
    await goTo(popup, /^.*@northwind .*Revoked/, 'ArrowDown');
    await goTo(popup, 'More for @northwind');
    await popup.keyboard.press('Enter');
    await goTo(popup, 'Mute until I unmute it', 'ArrowDown');
    await popup.keyboard.press('Enter');
    await waitForText(popup, '1 account needs attention');
    expect((await focusIn(popup)).name).toMatch(/@alice_reads/);
  });

  it('the focus moves to a neighbour when its account is connected again', async () => {
    const { apis, extension } = session;
    await popup.bringToFront();
    await popup.keyboard.press('/');
    await goTo(popup, /@alice_reads/, 'ArrowDown');
    apis.synposter.change('alice_reads', { scopes: ['tweet.write', 'offline.access'] });
    await extension.passTime(16);
    await popup.bringToFront();
    await until(() => popup.evaluate(() => !document.body.innerText.includes('Needs attention')));
    expect((await focusIn(popup)).name).toMatch(/@/);
    await popup.close();
  });

  it('a check is requested', async () => {
    const before = session.apis.requests.length;
    popup = await session.open('popup.html');
    await find(popup, 'button', 'Check now');
    await goTo(popup, 'Check now');
    await popup.keyboard.press('Enter');
    await until(() => session.apis.requests.length > before);
    expect(await focusIn(popup)).toEqual({ name: 'Check now', isVisible: true });
    await popup.close();
  });

  it('accounts are exported', async () => {
    const options = await session.open('options.html');
    await find(options, 'button', 'Add connection');
    await goTo(options, 'Accounts');
    await options.keyboard.press('Enter');
    await find(options, 'table', 'Accounts');
    await goTo(options, 'Export');
    await options.keyboard.press('Enter');
    await goTo(options, 'Accounts (CSV)', 'ArrowDown');
    await options.keyboard.press('Enter');
    await waitForText(options, /Saved still-connected-accounts-.*\.csv/);
    expect((await focusIn(options)).name).toBe('Export');
    await options.close();
  });
});
