import { describe, expect, it } from 'vitest';
import { chatServiceIds, parseWebhook, webhookAccess } from '@/utils/chat-services/registry';
import { createChats } from '../apis/chats.ts';

const chats = createChats(Date.now);

describe('parseWebhook', () => {
  it.each(chatServiceIds)('knows the address of a webhook of %s', (service) => {
    const address = chats.add(service);
    expect(parseWebhook(`  ${address}\n`)).toEqual({ service, url: new URL(address) });
  });

  it('knows a workflow at its older address', () => {
    const address =
      'https://prod-07.westeurope.logic.azure.com:443/workflows/w1/triggers/manual/paths/invoke?sig=s';
    expect(parseWebhook(address)?.service).toBe('teams');
  });

  it.each(['discordapp.com', 'ptb.discord.com', 'canary.discord.com'])(
    'posts to discord.com in place of %s, the only host it asks access to',
    (host) => {
      const webhook = parseWebhook(`https://${host}/api/webhooks/1/abc`);
      expect(webhook?.url.href).toBe('https://discord.com/api/webhooks/1/abc');
    },
  );

  it.each([
    '',
    'hooks.slack.com',
    'http://hooks.slack.com/services/T1/B1/x',
    'https://hooks.slack.com/services/T1/B1/x/more',
    'https://hooks.slack.com.evil.example/services/T1/B1/x',
    'https://user:password@hooks.slack.com/services/T1/B1/x',
    'https://hooks.slack.com:8443/services/T1/B1/x',
    'https://discord.com/channels/1/2',
    'https://chat.googleapis.com/v1/spaces/A/messages',
    'https://evil.example/workflows/w1?sig=s',
    'https://evillogic.azure.com/workflows/w1?sig=s',
    'https://example.webhook.office.com/webhookb2/1',
  ])('takes %s for no webhook', (address) => {
    expect(parseWebhook(address)).toBeUndefined();
  });
});

describe('webhookAccess', () => {
  it.each([
    ['slack', 'https://hooks.slack.com/*'],
    ['discord', 'https://discord.com/*'],
    ['google-chat', 'https://chat.googleapis.com/*'],
    ['teams', 'https://*.api.powerplatform.com/*'],
  ] as const)('asks for one host of %s alone', (service, origin) => {
    const webhook = parseWebhook(chats.add(service));
    expect(webhook && webhookAccess(webhook)).toEqual({ origins: [origin] });
  });
});
