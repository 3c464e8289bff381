import { useId } from 'preact/hooks';
import { i18n } from '#i18n';
import { sampleMessage } from '@/utils/options/chats/chat-preview';

interface Props {
  /** A client to name; absent as long as there is none. */
  client: string | undefined;
  now: number;
}

/** What a message looks like. */
export function ChatPreview({ client = i18n.t('chat.sample'), now }: Props) {
  const id = useId();
  const { title, text, facts, links } = sampleMessage(client, now);
  return (
    <figure class="chat-preview" aria-labelledby={id}>
      <figcaption id={id}>{i18n.t('options.chats.preview')}</figcaption>
      <blockquote>
        <p>
          <b>{title}</b>
        </p>
        <p>{text}</p>
        <dl>
          {facts.map(({ name, value }) => (
            <div key={name}>
              <dt>{name}</dt>
              <dd dir="auto">{value}</dd>
            </div>
          ))}
        </dl>
        <p>{links.map((link) => link.text).join(' · ')}</p>
      </blockquote>
    </figure>
  );
}
