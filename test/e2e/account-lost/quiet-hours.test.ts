import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { keys } from '../../apis/scenario.ts';
import { addConnection, choose, click, findField, waitForText } from '../../browsers/page.ts';
import { until } from '../../browsers/until.ts';
import { type Session, startSession } from '../session.ts';

const minute = 60_000;

describe('quiet hours', () => {
  let session: Session;
  let alerts: Page;
  /** When they end (ms): before the next check. */
  const end = Math.floor(Date.now() / minute + 30) * minute;
  const troubles = async () =>
    (await session.extension.notifications()).filter((id) => id.endsWith('expired'));

  beforeAll(async () => {
    session = await startSession({ idleTimeoutMs: 8_000 });
    const { apis, extension } = session;
    apis.synposter.reconnect('northwind');
    apis.synposter.change('alice_reads', { scopes: ['tweet.write', 'offline.access'] });
    const options = await session.open('options.html');
    await addConnection(options, { service: 'Synposter', key: keys.synposter });
    await extension.passTime(0);
    await waitForText(options, 'Connected. Found 6 accounts in 2 profiles.');
    await options.close();
    alerts = await session.open('options.html#alerts');
    await waitForText(alerts, 'Quiet hours');
    await choose(alerts, 'Check every', '360');
  });
  afterAll(() => session.close());

  it('count an expired account without notifying', async () => {
    const { apis, extension } = session;
    await click(alerts, 'switch', 'Quiet hours');
    await until(async () => JSON.stringify(await extension.stored()).includes('"on":true'));
    await findField(alerts, 'From');
    await setTime(alerts, 'From', Date.now() - 60 * minute);
    await setTime(alerts, 'To', end);
    apis.synposter.change('alice', { status: 'expired' });
    await extension.passTime(16);
    await until(async () => (await extension.badge()) === '1');
    await until(async () => (await extension.alarm()) === end);
    expect(await troubles()).toEqual([]);
  });

  it('outlast a stopped background', async () => {
    const { extension, launched } = session;
    await launched.stopBackground();
    await extension.passTime(0);
    await until(async () => (await extension.alarm()) === end);
    expect(await extension.badge()).toBe('1');
    expect(await troubles()).toEqual([]);
  });

  it('notify once when they end', async () => {
    const { extension } = session;
    await setTime(alerts, 'To', Date.now());
    await until(async () => (await troubles()).length > 0);
    await until(extension.hasToldAll);
    expect(await troubles()).toEqual([expect.stringMatching(/twitter:1234567890@\d+>expired$/)]);
    await alerts.close();
  });
});

/** Chooses a time of day; what keys do in such a field depends on browser and language. */
async function setTime(page: Page, name: string, at: number): Promise<void> {
  await page.evaluate(
    (label, value) => {
      const labels = [...document.querySelectorAll('label')];
      const input = labels.find(({ textContent }) => textContent === label)?.control;
      if (!(input instanceof HTMLInputElement)) throw new Error(`There is no ${label}`);
      input.value = value;
      input.dispatchEvent(new Event('change', { bubbles: true }));
    },
    name,
    new Date(at).toTimeString().slice(0, 5),
  );
}
