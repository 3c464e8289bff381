import { mkdtempSync } from 'node:fs';
import { readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { keys } from '../../apis/scenario.ts';
import { addConnection, click, waitForText } from '../../browsers/page.ts';
import { until } from '../../browsers/until.ts';
import { type Session, startSession } from '../session.ts';

describe('exports', () => {
  const downloads = mkdtempSync(join(tmpdir(), 'still-connected-exports-'));
  let session: Session;
  let options: Page;
  beforeAll(async () => {
    session = await startSession({ downloads });
    const { apis, extension } = session;
    apis.schedPilot.state.accounts.push({ id: 301, type: 'facebook', name: '=1+1,"evil"' });
    options = await session.open('options.html');
    await addConnection(options, { service: 'SchedPilot', key: keys.schedpilot });
    await waitForText(options, 'Connected. Found 9 accounts.');
    await addConnection(options, { service: 'Synposter', key: keys.synposter, label: 'Agency' });
    await waitForText(options, 'Connected. Found 6 accounts in 2 profiles.');
    apis.synposter.change('alice', { status: 'expired' });
    await extension.passTime(16);
    await until(async () => (await extension.badge()) === '3');
    await click(options, 'link', 'Accounts');
    await waitForText(options, '15 accounts');
  });
  afterAll(async () => {
    await session.close();
    await rm(downloads, { recursive: true });
  });

  /** Chooses an entry of the menu, and reads the file that the browser saves. */
  async function saved(entry: string, name: RegExp): Promise<string> {
    await click(options, 'button', 'Export');
    await click(options, 'menuitem', entry);
    const file = await until(async () =>
      (await readdir(downloads)).find((entry) => name.test(entry)),
    );
    return until(async () => (await readFile(join(downloads, file), 'utf8')) || false);
  }

  it('contain every account, and no formula', async () => {
    const text = await saved('Accounts (CSV)', /^still-connected-accounts-\d{4}-\d\d-\d\d\.csv$/);
    expect(text.startsWith('\uFEFFService,Connection,Profile,')).toBe(true);
    const lines = text.trimEnd().split('\r\n');
    expect(lines).toHaveLength(16);
    expect(text).toMatch(/^Synposter,Agency,"?Alice’s Brand"?,X,alice,[^\r]*,expired,/m);
    expect(text).toContain(`,"'=1+1,""evil""",connected,`);
    await waitForText(options, /Saved still-connected-accounts-.*\.csv/);
  });

  it('contain the history, for people and for programs', async () => {
    const csv = await saved('History (CSV)', /^still-connected-history-.*\.csv$/);
    expect(csv).toMatch(/^\d{4}-[^,]*Z,'@alice,X,working,expired,/m);
    const json = await saved('History (JSON)', /^still-connected-history-.*\.json$/);
    const { exportedAt, events } = JSON.parse(json);
    expect(Date.parse(exportedAt)).toBeGreaterThan(Date.parse(events[0].at));
    expect(events[0]).toMatchObject({ account: '@alice', from: 'working', to: 'expired' });
  });

  it('contain no API key', async () => {
    const texts = await Promise.all(
      (await readdir(downloads)).map((file) => readFile(join(downloads, file), 'utf8')),
    );
    expect(texts).toHaveLength(3);
    for (const key of Object.values(keys)) expect(texts.join()).not.toContain(key);
  });
});
