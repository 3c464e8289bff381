import { i18n } from '#i18n';
import { Menu } from '@/components/Menu';
import { separated } from '@/components/separated';
import { Time } from '@/components/Time';
import type { ChatError } from '@/utils/chat-services/chat-error';
import { type ChatView, chatErrorText } from '@/utils/options/chats/chat-view';
import { sentences } from '@/utils/text/language';
import { exactTime } from '@/utils/text/relative-time';
import { ServiceMark } from '../connections/ServiceMark';

/** What can be done with a chat in the list. */
export type ChatAction = 'test' | 'retry' | 'grant' | 'on' | 'off' | 'remove';

interface Props {
  view: ChatView;
  now: number;
  onAction: (action: ChatAction | 'edit') => void;
}

/** A chat, what it gets, and how posting to it went. */
export function ChatItem({ view, now, onAction }: Props) {
  const { chat, serviceName, failing } = view;
  const test = { label: i18n.t('options.chats.test'), act: () => onAction('test') };
  const fix = failing && chat.on ? fixOf(failing.error) : undefined;
  return (
    <li class="chat">
      <ServiceMark name={serviceName} />
      <div>
        <p>
          <b dir="auto">{chat.label}</b>{' '}
          <span class="hint">
            {separated([
              chat.label !== serviceName && serviceName,
              i18n.t('options.chats.ending', [chat.addressHint]),
              chat.clients?.join(', ') ?? i18n.t('options.activity.allClients'),
            ])}
          </span>{' '}
          {!chat.on && <span class="tag">{i18n.t('options.chats.off')}</span>}
        </p>
        <ChatStatus view={view} now={now} />
      </div>
      {chat.on && (
        <button
          type="button"
          class="button quiet"
          onClick={() => onAction(fix ? fix.action : 'test')}
        >
          {fix ? fix.label : test.label}
        </button>
      )}
      <Menu
        label={i18n.t('account.more', [chat.label])}
        entriesOf={() => [
          { label: i18n.t('options.connections.edit'), act: () => onAction('edit') },
          ...(fix ? [test] : []),
          chat.on
            ? { label: i18n.t('options.chats.turnOff'), act: () => onAction('off') }
            : { label: i18n.t('options.chats.turnOn'), act: () => onAction('on') },
          { label: i18n.t('options.connections.remove'), act: () => onAction('remove') },
        ]}
      />
    </li>
  );
}

function ChatStatus({ view, now }: Pick<Props, 'view' | 'now'>) {
  const { chat, failing, deliveredAt } = view;
  if (failing && chat.on) {
    return (
      <p class="problem">
        {sentences(
          chatErrorText(chat.service, failing.error),
          i18n.t('options.chats.waitingSince', [exactTime(failing.since)]),
        )}
      </p>
    );
  }
  return (
    <p class="hint">
      {deliveredAt === undefined ? (
        i18n.t('options.chats.never')
      ) : (
        <Time
          at={deliveredAt}
          now={now}
          inText={(time) => i18n.t('options.chats.delivered', [time])}
        />
      )}
    </p>
  );
}

/** The button that solves a problem. */
function fixOf(error: ChatError): { label: string; action: ChatAction | 'edit' } {
  switch (error.kind) {
    case 'gone':
      return { label: i18n.t('options.chats.replace'), action: 'edit' };
    case 'no-permission':
      return { label: i18n.t('popup.fix.access'), action: 'grant' };
    case 'rejected':
    case 'rate-limited':
    case 'server':
    case 'unreachable':
      return { label: i18n.t('popup.fix.again'), action: 'retry' };
  }
}
