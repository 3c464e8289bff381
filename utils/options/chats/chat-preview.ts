import type { ChatMessage } from '../../chat-services/message';
import { chatMessage } from '../../chats/message-text';
import { hourMs } from '../../time';

/**
 * A message as it is sent, so that nobody shares more than they know.
 *
 * @param client a client to name
 * @param now ms since the epoch
 */
export function sampleMessage(client: string, now: number): ChatMessage {
  const notice = {
    kind: 'trouble',
    id: 'sample',
    account: 'sample',
    label: '@alice',
    platform: 'instagram',
    service: 'synposter',
    client,
    at: now,
    trouble: 'expired',
    atRisk: { posts: 3, nextAt: now + 2 * hourMs },
  } as const;
  return chatMessage({ id: notice.id, notices: [notice] }, now);
}
