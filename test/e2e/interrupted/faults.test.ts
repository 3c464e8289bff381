import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Fault } from '../../apis/faults.ts';
import { keys } from '../../apis/scenario.ts';
import { addConnection, find, itemsIn, waitForText } from '../../browsers/page.ts';
import { until } from '../../browsers/until.ts';
import { type Session, startSession } from '../session.ts';

const faults: { name: string; fault: Fault | 'revoked'; words: string; button?: string }[] = [
  {
    name: 'a web page',
    fault: { kind: 'html' },
    words: 'Got a web page instead of Synposter’s answer.',
  },
  {
    name: 'a redirect',
    fault: { kind: 'redirect', to: 'https://api.schedpilot.com/' },
    words: 'The request to Synposter was redirected.',
  },
  {
    name: 'a broken connection',
    fault: { kind: 'reset' },
    words: 'Couldn’t reach Synposter.',
  },
  {
    name: 'an error of the service',
    fault: { kind: 'raw', status: 500, body: '{}' },
    words: 'Synposter is having problems (error 500).',
  },
  {
    name: 'an answer of 50 MB',
    fault: { kind: 'huge', bytes: 50_000_000 },
    words: 'Synposter’s answer was too large.',
  },
  {
    name: 'an answer that never ends',
    fault: { kind: 'endless' },
    words: 'Synposter’s answer was too large.',
  },
  {
    name: 'half an answer',
    fault: { kind: 'truncated' },
    words: 'Couldn’t reach Synposter.',
  },
  {
    name: 'an answer of another form',
    fault: { kind: 'wrong-types' },
    words: 'Synposter answered in a format this version doesn’t understand.',
  },
  {
    name: 'no answer at all',
    fault: { kind: 'hang' },
    words: 'Synposter took too long to answer.',
  },
  {
    name: 'a firewall’s 403',
    fault: {
      kind: 'raw',
      status: 403,
      headers: { 'Content-Type': 'text/plain' },
      body: 'error code: 1020',
    },
    words:
      'Something between you and Synposter blocked the request (error 403), such as a firewall or VPN.',
  },
  {
    name: 'too many requests',
    fault: { kind: 'raw', status: 429, headers: { 'Retry-After': '3600' }, body: '{}' },
    words: 'Synposter’s request limit is used up. Checks resume in 1 hour.',
  },
  {
    name: 'a revoked key',
    fault: 'revoked',
    words: 'Synposter rejected this key.',
    button: 'Replace key',
  },
];

describe('a failing check', () => {
  let session: Session;
  let popup: Page;
  const play = (fault: Fault | 'revoked') => {
    const { apis } = session;
    if (fault === 'revoked') apis.synposter.state.keys.clear();
    else apis.play('synposter', fault);
  };
  const asked = () =>
    session.apis.requests.filter(({ host }) => host === 'api.synposter.com').length;

  beforeAll(async () => {
    session = await startSession();
    const { synposter } = session.apis;
    const profileId = synposter.addProfile('Harbour Films').id;
    for (const handle of ['harbour', 'harbour_eu']) synposter.addAccount(profileId, { handle });
    const options = await session.open('options.html');
    const entry = { service: 'Synposter', key: keys.synposter, label: 'Team' };
    await addConnection(options, { ...entry, profileId });
    await waitForText(options, 'Connected. Found 2 accounts in 1 profile.');
    await options.close();
    popup = await session.open('popup.html');
  });
  afterAll(() => session.close());

  it.each(faults)('is named, hides no account and passes: $name', async (row) => {
    const { apis, extension } = session;
    play(row.fault);
    await extension.passTime(61);
    if (row.fault === 'revoked') {
      // A first rejection is no alarm yet; the second one, a minute later, is.
      await until(extension.hasCheckedAll);
      expect(await waitForText(popup, 'not checked')).not.toContain(row.words);
      await extension.passTime(1);
    }
    const text = await waitForText(popup, row.words);
    expect(text).toContain('Team');
    expect(text).toContain('2 accounts not checked');
    expect(text).toMatch(/Last checked \d+ h ago/);
    await find(popup, 'button', row.button ?? 'Try again');
    const unseen = await itemsIn(popup, 'Not checked');
    expect(unseen.map((item) => /Last seen connected/.test(item))).toEqual([true, true]);
    await until(async () => (await extension.badge()) === '!');

    apis.heal();
    apis.synposter.state.keys.add(keys.synposter);
    await until(extension.hasCheckedAll);
    // Six hours is what a refused key is left alone for, the longest of all.
    await extension.passTime(361);
    await until(async () => (await extension.badge()) === '');
    expect(await waitForText(popup, 'Checked just now')).not.toContain('Team');
  });

  it('pauses for as long as the service says', async () => {
    const { apis, extension } = session;
    const limit = { status: 429, headers: { 'Retry-After': '3600' }, body: '{}' };
    apis.play('synposter', { kind: 'raw', ...limit });
    await extension.passTime(61);
    await waitForText(popup, 'Checks resume in 1 hour.');
    await until(extension.hasCheckedAll);
    apis.heal();
    const before = asked();
    await extension.passTime(45);
    // A run is over once it has set the alarm for what comes next.
    await until(async () => ((await extension.alarm()) ?? 0) > Date.now() + 5 * 60_000);
    expect(asked()).toBe(before);
    await extension.passTime(16);
    await until(async () => (await extension.badge()) === '');
    expect(asked()).toBe(before + 1);
  });
});
