import { mkdtempSync } from 'node:fs';
import { readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { keys } from '../../apis/scenario.ts';
import { addConnection, choose, click, fill, find, waitForText } from '../../browsers/page.ts';
import { until } from '../../browsers/until.ts';
import { type Session, startSession } from '../session.ts';

describe('a report', () => {
  const downloads = mkdtempSync(join(tmpdir(), 'still-connected-report-'));
  let session: Session;
  let report: Page;
  beforeAll(async () => {
    session = await startSession({ downloads });
    const { apis, extension } = session;
    const options = await session.open('options.html');
    await addConnection(options, { service: 'Synposter', key: keys.synposter });
    await waitForText(options, 'Connected. Found 6 accounts in 2 profiles.');
    apis.synposter.change('alice', { status: 'expired' });
    await extension.passTime(16);
    await until(async () => (await extension.badge()) === '3');
    await options.close();
    report = await session.open('report.html');
  });
  afterAll(async () => {
    await session.close();
    await rm(downloads, { recursive: true });
  });

  it('lists accounts and interruptions', async () => {
    await find(report, 'article', 'Connection report: All clients');
    await find(report, 'table', 'Accounts');
    const table = await find(report, 'table', 'Interruptions');
    const text = await table.evaluate(({ textContent }) => textContent);
    expect(text).toMatch(/@alice X.*Expired.*Ongoing/s);
    expect(text).not.toContain('@alice_support');
  });

  it('covers one client, with a title of the user’s own', async () => {
    await choose(report, 'Client', 'Northwind Traders');
    await find(report, 'article', 'Connection report: Northwind Traders');
    await fill(report, 'Title', 'For <b>you</b>');
    const article = await find(report, 'article', 'For <b>you</b>');
    expect(await article.evaluate(({ textContent }) => textContent)).not.toContain('@alice');
  });

  it('is written in another language than the browser’s', async () => {
    await choose(report, 'Client', '');
    await choose(report, 'Language', 'de');
    await find(report, 'article', 'Verbindungsbericht: Alle Kunden');
    await find(report, 'table', 'Unterbrechungen');
    await find(report, 'button', 'Save as HTML');
  });

  it('is saved as a file without scripts and outside addresses', async () => {
    await click(report, 'button', 'Save as HTML');
    await waitForText(report, /Saved still-connected-report-.*\.html/);
    const name = await until(async () =>
      (await readdir(downloads)).find((entry) => /^still-connected-report-.*\.html$/.test(entry)),
    );
    const html = await until(
      async () => (await readFile(join(downloads, name), 'utf8')) || undefined,
    );
    expect(html).toMatch(/^<!doctype html>\n<html lang="de" dir="ltr">/);
    expect(html).toContain('@alice');
    expect(html).not.toMatch(/<script|<link|<img|https?:|chrome-extension|moz-extension/);
    for (const key of Object.values(keys)) expect(html).not.toContain(key);
  });

  // Firefox's driver can't switch to print styles.
  it.skipIf(inject('browser') === 'firefox')('prints without its controls', async () => {
    await report.emulateMediaType('print');
    expect(await report.evaluate(() => document.querySelector('form')?.checkVisibility())).toBe(
      false,
    );
    await report.emulateMediaType('screen');
  });
});
