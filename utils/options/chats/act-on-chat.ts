import { browser } from 'wxt/browser';
import { i18n } from '#i18n';
import {
  chatServiceAccess,
  chatServices,
  parseWebhook,
  type Webhook,
  webhookAccess,
} from '../../chat-services/registry';
import { type Commands, send } from '../../commands/messages';
import { chatErrorText } from './chat-view';

/** How an attempt went, as a sentence. */
export interface Outcome {
  ok: boolean;
  text: string;
}

/** A chat as the form has it. */
export type ChatEntry = Commands['saveChat'];

/** Saves a chat, after asking the browser for access to its host. Does not throw. */
export async function saveChat(entry: ChatEntry): Promise<Outcome> {
  const webhook = parseWebhook(entry.address ?? '');
  return attempt(async () => {
    if (webhook && !(await grantAccess(webhook))) return denied(webhook);
    const reply = await send('saveChat', entry);
    switch (reply.kind) {
      case 'saved':
        return { ok: true, text: i18n.t('options.chats.saved', [entry.label]) };
      case 'same-address':
        return { ok: false, text: i18n.t('options.chats.sameAddress', [reply.label]) };
      case 'gone':
        return { ok: false, text: i18n.t('options.chats.gone') };
    }
  });
}

/** Posts a test message to an address that isn't saved yet. Does not throw. */
export async function testAddress(webhook: Webhook): Promise<Outcome> {
  const { service, url } = webhook;
  return attempt(async () => {
    if (!(await grantAccess(webhook))) return denied(webhook);
    return testOutcome(service, await send('testChat', { address: url.href }));
  });
}

/** Posts a test message to a chat. Does not throw. */
export async function testChat({ id, service }: { id: string; service: Webhook['service'] }) {
  return attempt(async () => testOutcome(service, await send('testChat', { chatId: id })));
}

function testOutcome(
  service: Webhook['service'],
  reply: Awaited<ReturnType<typeof send<'testChat'>>>,
): Outcome {
  return reply.kind === 'sent'
    ? { ok: true, text: i18n.t('options.chats.tested', [chatServices[service].name]) }
    : { ok: false, text: chatErrorText(service, reply.error) };
}

async function attempt(act: () => Promise<Outcome>): Promise<Outcome> {
  return act().catch(() => ({ ok: false, text: i18n.t('popup.result.lost') }));
}

/** Ask while the click still counts as a user gesture. Where access is granted, this asks nothing. */
function grantAccess(webhook: Webhook): Promise<boolean> {
  return browser.permissions.request(webhookAccess(webhook));
}

/** Asks again for access to all hosts of a service: the page doesn't know the chat's address. */
export function grantServiceAccess(service: Webhook['service']): Promise<boolean> {
  return browser.permissions.request(chatServiceAccess(service));
}

function denied({ service }: Webhook): Outcome {
  return { ok: false, text: i18n.t('options.chats.denied', [chatServices[service].name]) };
}
