import { Time } from '@/components/Time';
import { chatErrorText } from '@/utils/options/chats/chat-view';
import type { LostMessage } from '@/utils/state/chat/chat';
import { plural } from '@/utils/text/language';

interface Props {
  messages: readonly LostMessage[];
  /** The id of the list's heading. */
  labelledBy: string;
  now: number;
}

/** Messages that never reached their chats, each with the reason. */
export function LostMessages({ messages, labelledBy, now }: Props) {
  return (
    <ol class="events" aria-labelledby={labelledBy}>
      {messages.map(({ at, label, service, notices, error }, i) => (
        // Several can be given up at the same time, for the same chat.
        <li key={`${at} ${i}`}>
          <Time at={at} now={now} />{' '}
          <b class="warn">{plural('options.chats.lost', notices, label)}</b>
          <small>{chatErrorText(service, error)}</small>
        </li>
      ))}
    </ol>
  );
}
