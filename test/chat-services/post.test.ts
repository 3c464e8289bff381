import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ChatMessage } from '@/utils/chat-services/message';
import { postMessage } from '@/utils/chat-services/post';
import { chatServiceIds, parseWebhook, type Webhook } from '@/utils/chat-services/registry';
import type { ApiAnswer } from '../apis/answer.ts';
import { createChats } from '../apis/chats.ts';
import { now } from '../builders';
import { playedBy } from '../services/world';

const message: ChatMessage = {
  title: '@alice on X has expired',
  text: 'Posts will fail until it’s reconnected.',
  facts: [{ name: 'Client', value: 'Café & Co' }],
  links: [{ text: 'Open Synposter', url: 'https://synposter.com' }],
  tone: 'bad',
};

function parse(address: string): Webhook {
  const webhook = parseWebhook(address);
  if (!webhook) throw new Error('No webhook');
  return webhook;
}

function startChat(service: Webhook['service']) {
  const chats = createChats(() => now);
  const address = chats.add(service);
  const { http } = playedBy((request) => chats.handle(service, request));
  const post = (sent: ChatMessage) =>
    postMessage({ ...http, now: () => now }, parse(address), sent);
  return { chats, address, post };
}

/** What a service answers in place of its double. */
function answering(service: Webhook['service'], answer: ApiAnswer) {
  const { http } = playedBy(() => answer);
  const { address } = startChat(service);
  return postMessage({ ...http, now: () => now }, parse(address), message);
}

describe.each(chatServiceIds)('a message to %s', (service) => {
  it('is shown', async () => {
    const { chats, post } = startChat(service);
    expect(await post(message)).toBeUndefined();
    expect(chats.posted).toHaveLength(1);
    expect(JSON.stringify(chats.posted)).toContain('has expired');
  });

  it('is shown, whatever its texts are', async () => {
    const { chats, post } = startChat(service);
    const anyText = fc.oneof(
      fc.string({ maxLength: 300 }),
      fc.string({ unit: 'grapheme', minLength: 1, maxLength: 5_000 }),
      fc.constantFrom('&'.repeat(6_000), '<'.repeat(6_000), '*'.repeat(6_000), '\\'.repeat(300)),
    );
    const filled = anyText.filter((text) => text.trim() !== '');
    const anyMessage = fc.record({
      title: filled,
      text: anyText,
      facts: fc.array(fc.record({ name: filled, value: filled }), { maxLength: 4 }),
      links: fc.array(fc.constant({ text: 'Open', url: 'https://synposter.com' }), {
        maxLength: 2,
      }),
      tone: fc.constantFrom('bad', 'good', 'neutral'),
    });
    await fc.assert(
      fc.asyncProperty(anyMessage, async (sent) => {
        const before = chats.posted.length;
        expect(await post(sent)).toBeUndefined();
        expect(chats.posted).toHaveLength(before + 1);
      }),
      { numRuns: 150 },
    );
  });

  it('is not taken by a webhook that was removed', async () => {
    const { chats, address, post } = startChat(service);
    chats.change(address, 'removed');
    expect(await post(message)).toEqual({ kind: 'gone', status: 404 });
  });

  it('waits as long as the service says', async () => {
    const headers = { 'Retry-After': '30' };
    expect(await answering(service, { status: 429, headers, json: {} })).toEqual({
      kind: 'rate-limited',
      until: now + 30_000,
    });
  });

  it.each([401, 403, 404, 410])('is for a webhook that is gone on %i', async (status) => {
    expect(await answering(service, { status, json: {} })).toEqual({ kind: 'gone', status });
  });

  it('is rejected on 400, and may be taken later on 503', async () => {
    expect(await answering(service, { status: 400, json: {} })).toEqual({
      kind: 'rejected',
      status: 400,
    });
    expect(await answering(service, { status: 503, json: {} })).toEqual({
      kind: 'server',
      status: 503,
    });
  });

  it('follows no redirect', async () => {
    const headers = { Location: 'https://evil.example' };
    expect(await answering(service, { status: 302, headers, json: {} })).toEqual({
      kind: 'unreachable',
    });
  });
});

it('a workflow that was switched off counts as gone', async () => {
  const { chats, address, post } = startChat('teams');
  chats.change(address, 'off');
  expect(await post(message)).toEqual({ kind: 'gone', status: 400 });
});

describe('a hostile name', () => {
  const hostile =
    '<!channel> @everyone <https://evil.example|click> **b** [x](https://evil.example)';
  const bodyFor = async (service: Webhook['service']) => {
    const { chats, post } = startChat(service);
    await post({ ...message, title: hostile, facts: [{ name: 'Client', value: hostile }] });
    return JSON.stringify(chats.posted[0]?.body);
  };

  it('mentions nobody and links nowhere in Slack', async () => {
    const body = await bodyFor('slack');
    expect(body).not.toContain('<!channel>');
    expect(body).not.toContain('<https://evil.example');
  });

  it('mentions nobody and links nowhere in Discord', async () => {
    const body = await bodyFor('discord');
    expect(body).toContain('"allowed_mentions":{"parse":[]}');
    expect(body).not.toContain('](https://evil.example)');
  });

  it('links nowhere in Google Chat, whose header is plain text', async () => {
    const { chats, post } = startChat('google-chat');
    await post({
      ...message,
      facts: [{ name: 'Client', value: '<a href="https://evil.example">x' }],
    });
    expect(JSON.stringify(chats.posted[0]?.body)).not.toContain('<a href');
  });

  it('links nowhere in Teams', async () => {
    expect(await bodyFor('teams')).not.toContain('](https://evil.example)');
  });
});
