import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { keys } from '../../apis/scenario.ts';
import { addConnection, click, waitForText } from '../../browsers/page.ts';
import { until } from '../../browsers/until.ts';
import { type Session, startSession } from '../session.ts';

declare const replies: string[];

/** Keeps every reply that the background gives the page. */
function recordReplies(): void {
  const kept: string[] = [];
  Object.assign(globalThis, { replies: kept });
  const keep = (reply: unknown) => {
    kept.push(JSON.stringify(reply));
    return reply;
  };
  const { runtime } = Reflect.get(globalThis, 'browser') ?? Reflect.get(globalThis, 'chrome');
  const send = runtime.sendMessage.bind(runtime);
  runtime.sendMessage = (message: unknown) => send(message).then(keep);
}

describe('API keys', () => {
  let session: Session;
  const said: string[] = [];
  const open = async (path: string): Promise<Page> => {
    const page = await session.open(path);
    page.on('console', (message) => said.push(message.text()));
    page.on('pageerror', (error) => said.push(String(error)));
    await page.evaluate(recordReplies);
    return page;
  };
  beforeAll(async () => {
    session = await startSession();
  });
  afterAll(() => session.close());

  it('are in no page, reply or log, and in no item that a page reads', async () => {
    const options = await open('options.html');
    const wrong = 'smm_wrongbutsecret';
    await addConnection(options, { service: 'SchedPilot', key: wrong });
    await waitForText(options, 'SchedPilot rejected this key.');
    await addConnection(options, { service: 'SchedPilot', key: keys.schedpilot });
    await waitForText(options, 'Connected. Found 8 accounts.');
    await addConnection(options, { service: 'Synposter', key: keys.synposter });
    await waitForText(options, 'in 2 profiles');

    const popup = await open('popup.html');
    session.apis.schedPilot.state.keys.clear();
    await click(popup, 'button', 'Check now');
    // A first rejection is confirmed a minute later.
    await until(async () =>
      JSON.stringify(await session.extension.stored()).includes('refusedOnceAt'),
    );
    await session.extension.passTime(1);
    await waitForText(popup, 'rejected this key');

    const { keys: _keys, ...stored } = await session.extension.stored();
    const seen = [JSON.stringify(stored), ...said];
    for (const page of [options, popup]) {
      seen.push(await page.evaluate(() => document.documentElement.outerHTML));
      const heard = await page.evaluate(() => replies);
      expect(heard).not.toEqual([]);
      seen.push(...heard);
    }
    for (const secret of Object.values(keys)) {
      expect(seen.filter((text) => text.includes(secret))).toEqual([]);
    }
  });
});
