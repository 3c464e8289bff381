import { i18n } from '#i18n';
import type { ChatError } from '../../chat-services/chat-error';
import { type ChatServiceId, chatServiceIds, chatServices } from '../../chat-services/registry';
import type { Chat, ChatState } from '../../state/chat/chat';
import { namesInSentence } from '../../text/language';

/** A chat as the list shows it. Times are ms since the epoch. */
export interface ChatView {
  chat: Chat;
  serviceName: string;
  deliveredAt?: number;
  /** Why messages wait, and since when. */
  failing?: { error: ChatError; since: number };
}

/** What the list of chats shows. `states`: by chat, in the same order. */
export function chatViews(chats: readonly Chat[], states: readonly ChatState[]): ChatView[] {
  return chats.map((chat, i) => {
    const { deliveredAt, failing } = states[i] ?? {};
    return {
      chat,
      serviceName: chatServices[chat.service].name,
      ...(deliveredAt !== undefined && { deliveredAt }),
      ...(failing && { failing }),
    };
  });
}

/** Why a message wasn't posted. */
export function chatErrorText(service: ChatServiceId, error: ChatError): string {
  const { name } = chatServices[service];
  switch (error.kind) {
    case 'gone':
      return i18n.t('options.chats.error.gone', [name]);
    case 'rejected':
      return i18n.t('options.chats.error.rejected', [name, String(error.status)]);
    case 'rate-limited':
      return i18n.t('options.chats.error.rateLimited', [name]);
    case 'server':
      return i18n.t('options.chats.error.server', [name, String(error.status)]);
    case 'unreachable':
      return i18n.t('options.chats.error.unreachable', [name]);
    case 'no-permission':
      return i18n.t('options.chats.error.noPermission', [name]);
  }
}

/** The names of all chat services in a sentence. */
export function chatServiceNames(joined: 'and' | 'or'): string {
  return namesInSentence(
    chatServiceIds.map((id) => chatServices[id].name),
    joined,
  );
}
