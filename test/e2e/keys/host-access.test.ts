import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { keys } from '../../apis/scenario.ts';
import { allow, giveHostBack, keepHostsApart, takeHostAway } from '../../browsers/host-access.ts';
import { addConnection, click, waitForText } from '../../browsers/page.ts';
import { until } from '../../browsers/until.ts';
import { type Session, startSession } from '../session.ts';

const host = 'https://api.schedpilot.com/*';
const words = 'Your browser is blocking Still Connected from reaching SchedPilot.';

describe('host access that the user removed', () => {
  let session: Session;
  let popup: Page;
  const asked = (service: string) =>
    session.apis.requests.filter((request) => request.host === `api.${service}.com`).length;
  const badge = (text: string) => until(async () => (await session.extension.badge()) === text);
  beforeAll(async () => {
    session = await startSession({ answersPrompts: true });
    await keepHostsApart(session.launched);
    // The badge would show accounts that need attention instead of what is tested here.
    session.apis.synposter.state.accounts = [];
    const options = await session.open('options.html');
    await addConnection(options, { service: 'SchedPilot', key: keys.schedpilot });
    await waitForText(options, 'Connected. Found 8 accounts.');
    await addConnection(options, { service: 'Synposter', key: keys.synposter });
    await waitForText(options, 'Connected. Your key works');
    await options.close();
    popup = await session.open('popup.html');
  });
  afterAll(() => session.close());

  it('is reported at once, and nothing is requested', async () => {
    await session.extension.makeOlder(1);
    const before = { schedpilot: asked('schedpilot'), synposter: asked('synposter') };
    await takeHostAway(session.launched, host);
    await waitForText(popup, words);
    await badge('!');
    expect(await waitForText(popup, '8 accounts not checked')).toContain('Grant access');

    await until(session.extension.hasCheckedAll);
    await session.extension.passTime(16);
    await until(() => asked('synposter') >= before.synposter + 4);
    await badge('!');
    expect(asked('schedpilot')).toBe(before.schedpilot);
  });

  it('is requested with a button, and checks resume', async () => {
    const before = asked('schedpilot');
    await session.extension.makeOlder(1);
    await click(popup, 'button', 'Grant access');
    await allow(session.launched);
    await waitForText(popup, 'Checked just now');
    await badge('');
    expect(await waitForText(popup, 'All 8 accounts connected')).not.toContain(words);
    expect(asked('schedpilot')).toBeGreaterThan(before);
  });

  it('is noticed when granted in the browser’s own pages', async () => {
    await session.extension.makeOlder(1);
    await takeHostAway(session.launched, host);
    await badge('!');
    const before = asked('schedpilot');
    await session.extension.makeOlder(1);
    await giveHostBack(session.launched, host);
    await badge('');
    expect(asked('schedpilot')).toBe(before + 1);
  });
});
