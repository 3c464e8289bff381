import { type Http, requestText, type TextAnswer } from '../services/http';
import type { ChatError } from './chat-error';
import { discordBody } from './discord';
import { googleChatBody } from './google-chat';
import type { ChatMessage } from './message';
import type { ChatServiceId, Webhook } from './registry';
import { slackBody } from './slack';
import { teamsBody } from './teams';

/**
 * Posts a message. An answer that gets lost may have been a good one, so a message that is posted
 * again may turn up twice.
 *
 * @returns what went wrong; `undefined` where the service took the message
 */
export async function postMessage(
  http: Http,
  { service, url }: Webhook,
  message: ChatMessage,
): Promise<ChatError | undefined> {
  const answer = await requestText(http, {
    url: confirmed(service, url),
    body: bodies[service](message),
  });
  return answer.ok ? errorOf(service, answer.value) : { kind: 'unreachable' };
}

const bodies: Readonly<Record<ChatServiceId, (message: ChatMessage) => unknown>> = {
  slack: slackBody,
  discord: discordBody,
  'google-chat': googleChatBody,
  teams: teamsBody,
};

/**
 * Discord reports a message that it can't keep only where it is asked to wait for that:
 * https://docs.discord.com/developers/resources/webhook#execute-webhook
 */
function confirmed(service: ChatServiceId, url: URL): URL {
  if (service !== 'discord') return url;
  const waiting = new URL(url);
  waiting.searchParams.set('wait', 'true');
  return waiting;
}

/** 401 and 403 are a wrong token, 404 a webhook that was removed, 410 a channel that was archived. */
const goneStatuses: readonly number[] = [401, 403, 404, 410];

function errorOf(service: ChatServiceId, answer: TextAnswer): ChatError | undefined {
  const { status, retryAt, text } = answer;
  const until = retryAt === undefined ? {} : { until: retryAt };
  if (status < 300) return undefined;
  if (goneStatuses.includes(status)) return { kind: 'gone', status };
  // A workflow that was switched off answers like a malformed request.
  const isOff = service === 'teams' && status === 400 && text.includes('TriggerIsNotEnabled');
  if (isOff) return { kind: 'gone', status };
  if (status === 429) return { kind: 'rate-limited', ...until };
  return status < 500 ? { kind: 'rejected', status } : { kind: 'server', status, ...until };
}
