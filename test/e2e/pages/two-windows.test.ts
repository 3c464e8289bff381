import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { keys } from '../../apis/scenario.ts';
import {
  addConnection,
  choose,
  chosenIn,
  click,
  fill,
  fillConnection,
  find,
  waitForText,
} from '../../browsers/page.ts';
import { until } from '../../browsers/until.ts';
import { type Session, startSession } from '../session.ts';

const kept = ['An account stops working', 'An account expires soon or has an unknown status'];
const flipped = {
  recovery: 'An account is connected again',
  refused: 'A key is rejected',
  pictures: 'Load account pictures from the platforms',
};

describe('options pages open side by side', () => {
  let session: Session;
  const openAll = (count: number, view: string) =>
    Promise.all(
      Array.from({ length: count }, () => session.open(`options.html#${view}`, 'window')),
    );
  const closeAll = (windows: readonly Page[]) =>
    Promise.all(windows.map((window) => window.close()));

  beforeAll(async () => {
    session = await startSession();
    const options = await session.open('options.html');
    const first = { service: 'SchedPilot', key: keys.schedpilot, label: 'First' };
    await addConnection(options, first);
    await waitForText(options, 'Connected. Found 8 accounts.');
    const secondKey = 'smm_another1234567';
    session.apis.schedPilot.state.keys.add(secondKey);
    await addConnection(options, { ...first, key: secondKey, label: 'Second' });
    await waitForText(options, 'Second');
    await waitForText(options, 'Connected. Found 8 accounts.');
    await options.close();
  });
  afterAll(() => session.close());

  it('keep each other’s settings, and show them', async () => {
    const windows = await openAll(2, 'alerts');
    const [one, other] = windows;
    if (!one || !other) throw new Error('There are not two windows');
    const switches = await Promise.all([
      find(one, 'switch', flipped.recovery),
      find(other, 'switch', flipped.refused),
    ]);
    await Promise.all(switches.map((control) => control.click()));
    const pictures = await find(other, 'switch', flipped.pictures);
    await Promise.all([choose(one, 'Check every', '30'), pictures.click()]);

    for (const window of windows) {
      await until(async () => (await chosenIn(window, 'Check every')) === '30');
      await until(async () => (await switchesOn(window)).join() === kept.join());
    }
    await closeAll(windows);
    const [fresh] = await openAll(1, 'alerts');
    if (!fresh) throw new Error('There is no window');
    await find(fresh, 'switch', 'An account stops working');
    expect(await chosenIn(fresh, 'Check every')).toBe('30');
    expect(await switchesOn(fresh)).toEqual(kept);
    await fresh.close();
  });

  it('add, rename and remove connections at once, and show the results', async () => {
    const { apis, extension } = session;
    const windows = await openAll(3, 'connections');
    const [adding, renaming, removing] = windows;
    if (!adding || !renaming || !removing) throw new Error('There are not three windows');
    await fillConnection(adding, { service: 'Synposter', key: keys.synposter, label: 'Third' });
    await click(renaming, 'button', 'Edit');
    await find(renaming, 'button', 'Cancel');
    await fill(renaming, 'Name', 'Renamed');
    await openRemoval(removing, 'Second');

    apis.play('synposter', { kind: 'latency', ms: 200 }, 3);
    await Promise.all([
      click(adding, 'button', 'Test and save'),
      click(renaming, 'button', 'Test and save'),
      removing.click('dialog[open] .danger'),
    ]);
    for (const window of windows) {
      await until(async () => (await labels(window)).join() === 'Renamed,Third');
    }
    await waitForText(adding, 'Connected. Found 6 accounts in 2 profiles.');

    await extension.passTime(61);
    await until(extension.hasCheckedAll);
    for (const window of windows) {
      await until(
        async () => (await waitForText(window, 'Checked')).match(/Checked just now/g)?.length === 2,
      );
    }
    await closeAll(windows);
  });
});

/** The labels of the switches that are on. */
function switchesOn(window: Page): Promise<string[]> {
  return window.$$eval('.switch:has(:checked)', (all) => all.map((label) => label.textContent));
}

function labels(window: Page): Promise<string[]> {
  return window.$$eval('.connections h3', (all) => all.map((heading) => heading.textContent));
}

async function openRemoval(window: Page, label: string): Promise<void> {
  await waitForText(window, label);
  const place = (await labels(window)).indexOf(label);
  const buttons = await window.$$('.connections > li button[aria-label=Remove]');
  await buttons[place]?.click();
  await waitForText(window, `Remove ${label}?`);
}
