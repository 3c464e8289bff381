import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { Page } from 'puppeteer-core';
import { scenarios } from '../apis/scenario.ts';
import { startApis } from '../apis/start.ts';
import { reachExtension } from '../browsers/extension.ts';
import { browserNames } from '../browsers/find.ts';
import { launch } from '../browsers/launch.ts';
import { itemsIn, waitForText } from '../browsers/page.ts';
import { until } from '../browsers/until.ts';
import { browserOptions, chosen, enterKeys, say } from './stage.ts';

/*
 * The main job, shown on the API double: 14 accounts on two services, of which one expires while
 * you watch.
 */

const { values } = parseArgs({
  options: { ...browserOptions, out: { type: 'string', default: join('.output', 'demo') } },
});

async function printAccounts(popup: Page, badge: string): Promise<void> {
  const heading = await popup.evaluate(() => document.querySelector('h1')?.textContent ?? '');
  say(`\n${heading}   [badge: ${badge || 'none'}]`);
  for (const region of ['Needs attention', 'Connected']) {
    const items = await itemsIn(popup, region);
    if (items.length > 0) say(`\n  ${region}`);
    for (const item of items) {
      // Initials come first, buttons last.
      const [, ...lines] = item.split('\n').filter((line) => line.trim() !== '');
      const facts = lines.filter((line) => !/^(Reconnect|Open)$/.test(line));
      // The line with the service, and below it what there is to say of the status.
      const status = facts.findIndex((line) => line.includes(' · '));
      const who = facts.slice(0, status).join('  ');
      say(`    ${who.padEnd(44)} ${facts.slice(status).join('. ')}`);
    }
  }
}

const apis = await startApis();
const { play, spoil } = scenarios['some-expired'];
play(apis);
const launched = await launch(chosen('browser', values.browser, browserNames), {
  proxyPort: apis.proxyPort,
  headless: values.headless,
});
try {
  const extension = await reachExtension(launched);

  say('Entering a key for each service on the options page …');
  const options = await launched.open('options.html');
  await options.setViewport({ width: 800, height: 900, deviceScaleFactor: 2 });
  await enterKeys(options);

  const popup = await launched.open('popup.html');
  await popup.setViewport({ width: 400, height: 600, deviceScaleFactor: 2 });
  await waitForText(popup, '2 accounts need attention');
  await until(async () => (await extension.badge()) === '2');
  await printAccounts(popup, await extension.badge());

  say('\n@alice expires at Synposter. 15 minutes later, the alarm goes off …');
  spoil?.(apis);
  await extension.passTime(16);
  await waitForText(popup, '3 accounts need attention');
  await until(async () => (await extension.badge()) === '3');
  const [told] = await until(async () => {
    const ids = await extension.notifications();
    return ids.length > 0 && ids;
  });
  await printAccounts(popup, await extension.badge());
  say(`\nNotification shown: ${told?.includes('expired') ? '@alice on X has expired' : told}`);

  await mkdir(values.out, { recursive: true });
  await popup.screenshot({ path: join(values.out, 'popup.png') });
  await options.screenshot({ path: join(values.out, 'options.png') });
  say(`Pictures: ${join(values.out, 'popup.png')}, ${join(values.out, 'options.png')}`);

  if (!values.headless) {
    say('\nThe browser stays open. Close it to end the demo.');
    await new Promise((resolve) => launched.browser.once('disconnected', resolve));
  }
} finally {
  await launched.close().catch(() => {});
  await apis.close();
}
