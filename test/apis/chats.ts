import * as z from 'zod/mini';
import type { ChatServiceId } from '../../utils/chat-services/registry';
import { type ApiAnswer, type ApiRequest, answer } from './answer.ts';

/** A message that a chat shows. */
interface Posted {
  service: ChatServiceId;
  /** The webhook's address. */
  address: string;
  /** ms since the epoch */
  at: number;
  body: unknown;
}

interface Webhook {
  service: ChatServiceId;
  /** Removed, or for Teams switched off. */
  is: 'there' | 'removed' | 'off';
}

interface ChatDouble {
  hosts: readonly string[];
  /** A webhook's address, given a number of its own. */
  addressOf: (number: number) => string;
  /** What is wrong with a body; else it is shown. */
  mistakeIn: (body: unknown, bytes: number) => string | undefined;
  shown: (url: URL) => ApiAnswer;
  removed: ApiAnswer;
  malformed: (mistake: string) => ApiAnswer;
}

const text = (status: number, words: string): ApiAnswer => ({ status, json: null, text: words });

const plainText = (most: number) =>
  z.object({
    type: z.literal('plain_text'),
    text: z.string().check(z.minLength(1), z.maxLength(most)),
    emoji: z.optional(z.boolean()),
  });
const mrkdwn = z.object({ type: z.literal('mrkdwn'), text: z.string().check(z.maxLength(3_000)) });
const slackBody = z.strictObject({
  text: z.string().check(z.minLength(1)),
  unfurl_links: z.optional(z.boolean()),
  blocks: z
    .array(
      z.union([
        z.strictObject({ type: z.literal('header'), text: plainText(150) }),
        z.strictObject({ type: z.literal('section'), text: z.union([plainText(3_000), mrkdwn]) }),
        z.strictObject({
          type: z.literal('section'),
          fields: z.array(plainText(2_000)).check(z.minLength(1), z.maxLength(10)),
        }),
        z.strictObject({
          type: z.literal('context'),
          elements: z.array(mrkdwn).check(z.minLength(1), z.maxLength(10)),
        }),
      ]),
    )
    .check(z.maxLength(50)),
});

const words = (most: number) => z.string().check(z.minLength(1), z.maxLength(most));
const discordBody = z.strictObject({
  content: z.optional(z.string().check(z.maxLength(2_000))),
  allowed_mentions: z.object({ parse: z.array(z.string()) }),
  embeds: z
    .array(
      z.strictObject({
        title: words(256),
        description: z.optional(words(2_000)),
        color: z.number().check(z.minimum(0), z.maximum(0xffffff)),
        fields: z
          .array(
            z.strictObject({
              name: words(256),
              value: words(1_024),
              inline: z.optional(z.boolean()),
            }),
          )
          .check(z.maxLength(25)),
      }),
    )
    .check(z.minLength(1), z.maxLength(10)),
});

const openLink = z.object({ openLink: z.object({ url: z.url() }) });
const googleBody = z.strictObject({
  fallbackText: z.optional(z.string()),
  cardsV2: z.array(
    z.strictObject({
      cardId: z.string(),
      card: z.strictObject({
        header: z.strictObject({ title: words(10_000) }),
        sections: z.optional(
          z.array(
            z.strictObject({
              widgets: z
                .array(
                  z.union([
                    z.strictObject({ textParagraph: z.strictObject({ text: words(20_000) }) }),
                    z.strictObject({
                      decoratedText: z.strictObject({
                        topLabel: z.string(),
                        text: words(20_000),
                        wrapText: z.boolean(),
                      }),
                    }),
                    z.strictObject({
                      buttonList: z.strictObject({
                        buttons: z.array(z.strictObject({ text: words(200), onClick: openLink })),
                      }),
                    }),
                  ]),
                )
                .check(z.minLength(1), z.maxLength(100)),
            }),
          ),
        ),
      }),
    }),
  ),
});

const teamsBody = z.strictObject({
  type: z.literal('message'),
  attachments: z
    .array(
      z.strictObject({
        contentType: z.literal('application/vnd.microsoft.card.adaptive'),
        content: z.looseObject({
          type: z.literal('AdaptiveCard'),
          version: z.enum(['1.0', '1.1', '1.2', '1.3', '1.4', '1.5']),
          body: z.array(
            z.union([
              z.looseObject({ type: z.literal('TextBlock'), text: words(20_000) }),
              z.looseObject({
                type: z.literal('FactSet'),
                facts: z.array(z.strictObject({ title: words(1_000), value: words(10_000) })),
              }),
            ]),
          ),
          actions: z.array(
            z.strictObject({ type: z.literal('Action.OpenUrl'), title: words(200), url: z.url() }),
          ),
        }),
      }),
    )
    .check(z.minLength(1)),
});

function mistakeBy(schema: z.ZodMiniType): ChatDouble['mistakeIn'] {
  return (body) => schema.safeParse(body).error?.issues[0]?.path.join('.');
}

const doubles: Readonly<Record<ChatServiceId, ChatDouble>> = {
  slack: {
    hosts: ['hooks.slack.com'],
    addressOf: (n) =>
      `https://hooks.slack.com/services/T0000000${n}/B0000000${n}/secretOfSlack${n}`,
    mistakeIn: mistakeBy(slackBody),
    shown: () => text(200, 'ok'),
    removed: text(404, 'no_service'),
    malformed: () => text(400, 'invalid_blocks'),
  },
  discord: {
    hosts: ['discord.com'],
    addressOf: (n) => `https://discord.com/api/webhooks/10000000000000000${n}/secretOfDiscord-${n}`,
    mistakeIn: mistakeBy(discordBody),
    shown: (url) =>
      url.searchParams.get('wait') === 'true' ? answer(200, { id: '1', type: 0 }) : text(204, ''),
    removed: answer(404, { message: 'Unknown Webhook', code: 10015 }),
    malformed: (mistake) => answer(400, { [mistake]: ['Invalid Form Body'], code: 50035 }),
  },
  'google-chat': {
    hosts: ['chat.googleapis.com'],
    addressOf: (n) =>
      `https://chat.googleapis.com/v1/spaces/AAAA${n}/messages?key=k${n}&token=secretOfGoogle${n}`,
    mistakeIn: (body, bytes) => (bytes > 32_000 ? 'size' : mistakeBy(googleBody)(body, bytes)),
    shown: () => answer(200, { name: 'spaces/AAAA/messages/1' }),
    removed: answer(404, { error: { code: 404, status: 'NOT_FOUND' } }),
    malformed: (message) =>
      answer(400, { error: { code: 400, status: 'INVALID_ARGUMENT', message } }),
  },
  teams: {
    hosts: ['default1a.2b.environment.api.powerplatform.com', 'prod-07.westeurope.logic.azure.com'],
    addressOf: (n) =>
      `https://default1a.2b.environment.api.powerplatform.com/powerautomate/automations/direct/workflows/w${n}/triggers/manual/paths/invoke?api-version=1&sp=%2Ftriggers%2Fmanual%2Frun&sv=1.0&sig=secretOfTeams${n}`,
    mistakeIn: (body, bytes) => (bytes > 28 * 1024 ? 'size' : mistakeBy(teamsBody)(body, bytes)),
    shown: () => text(202, ''),
    removed: answer(404, { error: { code: 'WorkflowNotFound' } }),
    malformed: (message) => answer(400, { error: { code: 'TriggerInputSchemaMismatch', message } }),
  },
};

const switchedOff = answer(400, { error: { code: 'WorkflowTriggerIsNotEnabled' } });

export const chatDoubleHosts: readonly (readonly [ChatServiceId, readonly string[]])[] = [
  ['slack', doubles.slack.hosts],
  ['discord', doubles.discord.hosts],
  ['google-chat', doubles['google-chat'].hosts],
  ['teams', doubles.teams.hosts],
];

/** The four chat services, each with the webhooks that were made there. */
export function createChats(now: () => number) {
  const webhooks = new Map<string, Webhook>();
  const posted: Posted[] = [];

  return {
    /** What all chats show, oldest first. */
    posted,
    /** Makes a webhook, and returns its address. */
    add(service: ChatServiceId): string {
      const address = doubles[service].addressOf(webhooks.size + 1);
      webhooks.set(address, { service, is: 'there' });
      return address;
    },
    change(address: string, is: Webhook['is']): void {
      const webhook = webhooks.get(address);
      if (!webhook) throw new Error('There is no such webhook');
      webhook.is = is;
    },
    handle(service: ChatServiceId, request: ApiRequest): ApiAnswer {
      const { mistakeIn, shown, removed, malformed } = doubles[service];
      const url = new URL(request.url);
      url.searchParams.delete('wait');
      const webhook = webhooks.get(url.href);
      if (!webhook || webhook.is === 'removed' || request.method !== 'POST') return removed;
      if (webhook.is === 'off') return switchedOff;
      const body = parsed(request.body);
      const mistake = mistakeIn(body, Buffer.byteLength(request.body));
      if (mistake !== undefined) return malformed(mistake);
      posted.push({ service, address: url.href, at: now(), body });
      return shown(request.url);
    },
  };
}

function parsed(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return undefined;
  }
}
