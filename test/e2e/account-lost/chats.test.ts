import { setTimeout as pause } from 'node:timers/promises';
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { keys } from '../../apis/scenario.ts';
import { allow } from '../../browsers/host-access.ts';
import { addConnection, click, fill, find, waitForText } from '../../browsers/page.ts';
import { until } from '../../browsers/until.ts';
import { type Session, startSession } from '../session.ts';

/** Adds a chat on the open page, and says yes to the browser's question. */
async function addChat(
  { launched }: Session,
  page: Page,
  { address, name, client }: { address: string; name: string; client?: string },
): Promise<void> {
  await click(page, 'button', 'Add chat');
  await fill(page, 'Webhook address', address);
  await fill(page, 'Name', name);
  if (client !== undefined) {
    await click(page, 'radio', 'Only these clients');
    await click(page, 'checkbox', client);
  }
  await click(page, 'button', 'Save');
  await allow(launched);
  await waitForText(page, `Saved. New alerts will be posted to ${name}.`);
}

/** The first line of what a webhook was sent, oldest first. */
function titlesAt({ apis }: Session, address: string): string[] {
  return apis.chats.posted
    .filter((message) => message.address === address)
    .map(({ body }) => /"(?:text|title)":"([^"]*)"/.exec(JSON.stringify(body))?.[1] ?? '');
}

describe('chats of an agency', () => {
  let session: Session;
  let alerts: Page;
  let alice: string;
  let northwind: string;
  beforeAll(async () => {
    session = await startSession({ answersPrompts: true });
    const { apis } = session;
    alice = apis.chats.add('slack');
    northwind = apis.chats.add('discord');
    const options = await session.open('options.html');
    await addConnection(options, { service: 'Synposter', key: keys.synposter });
    await waitForText(options, 'Connected. Found 6 accounts in 2 profiles.');
    await options.close();
    alerts = await session.open('options.html#alerts');
    await waitForText(alerts, 'Send to a chat');
  });
  afterAll(() => session.close());

  it('are added after the browser asked for access to their hosts', async () => {
    await addChat(session, alerts, { address: alice, name: 'Alice', client: 'Alice’s Brand' });
    await addChat(session, alerts, {
      address: northwind,
      name: 'Northwind',
      client: 'Northwind Traders',
    });
    await waitForText(alerts, 'No messages yet');
  });

  it('take a test message', async () => {
    await click(alerts, 'button', 'Send a test message');
    await waitForText(alerts, 'Sent. Look for it in Slack.');
    expect(titlesAt(session, alice)).toEqual(['This chat is connected']);
  });

  it('hear of their own client’s account, once, and of its recovery', async () => {
    const { apis, extension } = session;
    apis.synposter.change('alice', { status: 'expired' });
    await extension.passTime(16);
    await until(() => titlesAt(session, alice).length === 2);
    apis.synposter.change('alice', { status: 'active' });
    await extension.passTime(16);
    await until(() => titlesAt(session, alice).length === 3);
    expect(titlesAt(session, alice).slice(1)).toEqual([
      '@alice on X has expired',
      '@alice on X is connected again',
    ]);
    expect(titlesAt(session, northwind)).toEqual([]);
  });

  it('say that an address no longer works, and take a new one', async () => {
    const { apis, extension } = session;
    apis.chats.change(alice, 'removed');
    apis.synposter.change('alice', { status: 'revoked' });
    await extension.passTime(16);
    await waitForText(alerts, 'Slack no longer accepts this address.');
    const next = apis.chats.add('slack');
    await click(alerts, 'button', 'Replace address');
    await fill(alerts, 'Webhook address', next);
    await click(alerts, 'button', 'Save');
    await until(() => titlesAt(session, next).length === 1);
    expect(titlesAt(session, next)).toEqual(['@alice on X: access revoked']);
  });

  it('keep their addresses from pages, and from all that is stored but the one place', async () => {
    const { 'chat-addresses': addresses, ...stored } = await session.extension.stored();
    expect(JSON.stringify(addresses)).toContain('secretOf');
    const page = await alerts.evaluate(() => document.documentElement.outerHTML);
    expect(page).not.toContain('secretOf');
    expect(JSON.stringify(stored)).not.toContain('secretOf');
    const hosts = ['hooks.slack.com', 'discord.com'];
    const posts = session.apis.requests.filter(({ host }) => hosts.includes(host));
    expect(posts.filter(({ headers }) => headers.cookie || headers.referer)).toEqual([]);
  });

  it('are forgotten with their hosts when they are removed', async () => {
    await click(alerts, 'button', 'More for Northwind');
    await click(alerts, 'menuitem', 'Remove');
    await click(alerts, 'button', 'Remove');
    await until(
      async () => !JSON.stringify(await session.extension.stored()).includes('Northwind"'),
    );
    await until(async () => {
      const granted = await alerts.evaluate(async () => {
        const { permissions } =
          Reflect.get(globalThis, 'browser') ?? Reflect.get(globalThis, 'chrome');
        return JSON.stringify(await permissions.getAll());
      });
      return granted.includes('hooks.slack.com') && !granted.includes('discord.com');
    });
    await find(alerts, 'button', 'More for Alice');
  });
});

const kills = 50;
/** Longer than the second that a fresh background waits before it posts. */
const longestLifeMs = 1_600;

/** Firefox can't stop its background at a chosen moment. */
describe.runIf(inject('browser') === 'chrome')('a background stopped while it posts', () => {
  let session: Session;
  let address: string;
  beforeAll(async () => {
    session = await startSession({ answersPrompts: true });
    const { apis } = session;
    address = apis.chats.add('slack');
    const profile = apis.synposter.addProfile('Matrix').id;
    for (let i = 0; i < kills; i += 1) apis.synposter.addAccount(profile, { handle: `acc${i}` });
    const options = await session.open('options.html');
    const entry = { service: 'Synposter', key: keys.synposter, profileId: profile };
    await addConnection(options, entry);
    await waitForText(options, `Connected. Found ${kills} accounts in 1 profile.`);
    await options.close();
    const alerts = await session.open('options.html#alerts');
    await waitForText(alerts, 'Send to a chat');
    await addChat(session, alerts, { address, name: 'Team' });
    await alerts.close();
  });
  afterAll(() => session.close());

  it('sends each message, and never repeats one that has left the outbox', async () => {
    const { apis, extension, launched } = session;
    /** How often each message was posted when it was found to have left the outbox. */
    const settled = new Map<string, number>();
    const countOf = (title: string) =>
      titlesAt(session, address).filter((other) => other === title).length;
    const noteSettled = async () => {
      const outbox = Object.entries(await extension.stored())
        .filter(([key]) => key.startsWith('chat-outbox/'))
        .map(([, waiting]) => JSON.stringify(waiting))
        .join();
      for (const title of titlesAt(session, address)) {
        const [handle = ''] = title.split(' ');
        const isWaiting = outbox.includes(`"label":"${handle}"`);
        if (!isWaiting && !settled.has(title)) settled.set(title, countOf(title));
      }
    };
    const hasSent = (count: number) =>
      until(() => new Set(titlesAt(session, address)).size === count);
    for (let i = 0; i < kills; i += 1) {
      apis.synposter.change(`acc${i}`, { status: 'expired' });
      await extension.passTime(16);
      // Not a wait for something: the moment of death is what is tried.
      await pause(Math.random() * longestLifeMs);
      await launched.stopBackground();
      await noteSettled();
      // More than three alerts at once would be one message.
      if (i % 3 === 2) {
        await extension.passTime(61);
        await hasSent(i + 1);
      }
    }
    await extension.passTime(61);
    await hasSent(kills);
    expect(settled.size).toBeGreaterThan(kills / 2);
    for (const [title, count] of settled) expect(countOf(title)).toBe(count);

    // One a second, as they were posted; on their way, they may come closer together.
    const times = apis.chats.posted.map(({ at }) => at);
    for (const [i, at] of times.entries()) {
      expect(times.slice(i).filter((later) => later < at + 5_000).length).toBeLessThanOrEqual(6);
    }
  }, 600_000);
});
