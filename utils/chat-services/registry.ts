/** What a chat service is, as data. */
export interface ChatServiceInfo {
  name: string;
  /** The hosts its webhooks are on, as match patterns. Requested when a chat is added. */
  hosts: readonly [`https://${string}/*`, ...`https://${string}/*`[]];
  /** Where it explains how to make a webhook. */
  helpUrl: string;
  addressExample: string;
  /** True for the address of a webhook. */
  isWebhook: (url: URL) => boolean;
}

/** The supported chat services, in the order in which they are named. */
const registry = {
  slack: {
    name: 'Slack',
    hosts: ['https://hooks.slack.com/*'],
    helpUrl: 'https://docs.slack.dev/messaging/sending-messages-using-incoming-webhooks/',
    addressExample: 'https://hooks.slack.com/services/…',
    isWebhook: ({ host, pathname }) =>
      host === 'hooks.slack.com' && /^\/services\/\w+\/\w+\/\w+$/.test(pathname),
  },
  discord: {
    name: 'Discord',
    hosts: ['https://discord.com/*'],
    helpUrl: 'https://support.discord.com/hc/articles/228383668',
    addressExample: 'https://discord.com/api/webhooks/…',
    isWebhook: ({ host, pathname }) =>
      host === 'discord.com' && /^\/api\/(v\d+\/)?webhooks\/\d+\/[\w-]+$/.test(pathname),
  },
  'google-chat': {
    name: 'Google Chat',
    hosts: ['https://chat.googleapis.com/*'],
    helpUrl: 'https://developers.google.com/workspace/chat/quickstart/webhooks',
    addressExample: 'https://chat.googleapis.com/v1/spaces/…',
    isWebhook: ({ host, pathname, searchParams }) =>
      host === 'chat.googleapis.com' &&
      /^\/v1\/spaces\/[\w-]+\/messages$/.test(pathname) &&
      searchParams.has('token'),
  },
  teams: {
    name: 'Microsoft Teams',
    // Workflows made before and after the move announced for November 2025.
    hosts: ['https://*.api.powerplatform.com/*', 'https://*.logic.azure.com/*'],
    helpUrl:
      'https://support.microsoft.com/office/create-incoming-webhooks-with-workflows-for-microsoft-teams-8ae491c7-0394-4861-ba59-055e33f75498',
    addressExample: 'https://….api.powerplatform.com/…',
    isWebhook: ({ host, pathname, searchParams }) =>
      /\.(api\.powerplatform|logic\.azure)\.com$/.test(host) &&
      pathname.includes('/workflows/') &&
      searchParams.has('sig'),
  },
} satisfies Record<string, ChatServiceInfo>;

export type ChatServiceId = keyof typeof registry;

export const chatServices: Readonly<Record<ChatServiceId, ChatServiceInfo>> = registry;
// Object.keys returns string[], although a literal's keys are known.
export const chatServiceIds = Object.keys(registry) as [ChatServiceId, ...ChatServiceId[]];

/** The address of an incoming webhook. It is a secret: whoever has it can post. */
export interface Webhook {
  service: ChatServiceId;
  url: URL;
}

/** Discord's other hosts answer as the first does, but we ask for access to one alone. */
const otherDiscordHosts = ['discordapp.com', 'ptb.discord.com', 'canary.discord.com'];

/** The webhook that an entered address belongs to; `undefined` for any other text. */
export function parseWebhook(address: string): Webhook | undefined {
  const url = URL.parse(address.trim());
  if (url?.protocol !== 'https:' || url.username || url.password || url.port) return undefined;
  if (otherDiscordHosts.includes(url.host)) url.host = 'discord.com';
  url.hash = '';
  const service = chatServiceIds.find((id) => chatServices[id].isWebhook(url));
  return service && { service, url };
}

/** A permission as browsers know it; the data is Firefox's own. */
export interface ChatAccess {
  origins: string[];
  data_collection?: ['personallyIdentifyingInfo'];
}

/** The permission to request from the browser so that a webhook can be reached. */
export function webhookAccess({ service, url }: Webhook): ChatAccess {
  const { hosts } = chatServices[service];
  const own = hosts.find((host) => url.host.endsWith(host.slice(8, -2).replace('*', '')));
  return accessTo([own ?? hosts[0]]);
}

/** The permission for all of a chat service's hosts, for when its webhook isn't known. */
export function chatServiceAccess(service: ChatServiceId): ChatAccess {
  return accessTo([...chatServices[service].hosts]);
}

/**
 * Firefox asks for the data too: names of accounts may be people's names.
 * https://extensionworkshop.com/documentation/develop/firefox-builtin-data-consent/
 */
function accessTo(origins: string[]): ChatAccess {
  if (import.meta.env.BROWSER !== 'firefox') return { origins };
  return { origins, data_collection: ['personallyIdentifyingInfo'] };
}
