import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { browser as extensionApis } from 'wxt/browser';
import { keys, playFleet } from '../../apis/scenario.ts';
import { addConnection, click, itemsIn, waitForText } from '../../browsers/page.ts';
import { until } from '../../browsers/until.ts';
import { type Session, startSession } from '../session.ts';

declare const browser: typeof extensionApis;

interface Kept {
  sentence: { kind: string; count?: number };
  first: { label: string; needsAttention: boolean }[];
  toLoad: number;
}

/** The snapshot that the next popup will show at first, once there is one. */
function keptSnapshot(page: Page): Promise<Kept> {
  return until(() =>
    page.evaluate(async () => {
      const stored = await browser.storage.session.get('snapshot');
      // Written by the background, so that a test may trust its shape.
      const snapshot = stored.snapshot as
        | {
            view: {
              heading: Kept['sentence'];
              rows: Kept['first'];
              rowsToLoad?: Record<string, { rows: number }>;
            };
          }
        | undefined;
      if (!snapshot) return undefined;
      const { heading, rows, rowsToLoad = {} } = snapshot.view;
      return {
        sentence: heading,
        first: rows.map(({ label, needsAttention }) => ({ label, needsAttention })),
        toLoad: Object.values(rowsToLoad).reduce((sum, list) => sum + list.rows, 0),
      };
    }),
  );
}

describe('the snapshot that the popup shows first', () => {
  let session: Session;
  beforeAll(async () => {
    session = await startSession({ idleTimeoutMs: 8_000 });
    playFleet(session.apis, { profiles: 2, accountsEach: 20 });
  });
  afterAll(() => session.close());

  /** Opens the popup, and expects it to end up with what the snapshot said. */
  async function expectTheSame(): Promise<Page> {
    const { sentence, first, toLoad } = await keptSnapshot(await session.launched.icon());
    const popup = await session.open('popup.html');
    const shown = [
      ...(await itemsIn(popup, 'Needs attention')),
      ...(await itemsIn(popup, 'Connected')),
      ...(await itemsIn(popup, 'Muted')),
    ];
    expect(shown.slice(0, first.length).map((text) => /@\S+/.exec(text)?.[0])).toEqual(
      first.map(({ label }) => label),
    );
    expect(shown).toHaveLength(first.length + toLoad);
    await waitForText(
      popup,
      sentence.kind === 'attention'
        ? `${sentence.count} account`
        : `All ${sentence.count} accounts`,
    );
    return popup;
  }

  it('is there after the first check', async () => {
    const options = await session.open('options.html');
    await addConnection(options, { service: 'Synposter', key: keys.synposter });
    await waitForText(options, /Connected\. Found \d+ accounts in \d+ profiles/);
    await options.close();
    await until(() => session.extension.hasCheckedAll());
    await (await expectTheSame()).close();
  });

  it('contains what a check found', async () => {
    session.apis.synposter.change('client0_3', { status: 'expired' });
    await session.extension.passTime(16);
    await until(async () => (await session.extension.badge()) === '3');
    await until(() => session.extension.hasCheckedAll());
    await (await expectTheSame()).close();
  });

  it('contains what the user did in the popup', async () => {
    const popup = await expectTheSame();
    await click(popup, 'button', 'More for @client0_3');
    await click(popup, 'menuitem', 'Mute until reconnected');
    await waitForText(popup, '2 accounts need attention');
    await popup.close();
    await (await expectTheSame()).close();
  });

  it('is deleted by a background that has just started', async () => {
    await session.launched.stopBackground();
    session.apis.synposter.change('client1_5', { status: 'revoked' });
    await session.extension.passTime(16);
    await until(async () => (await session.extension.badge()) === '3');
    await until(() => session.extension.hasCheckedAll());
    await (await expectTheSame()).close();
  });
});
