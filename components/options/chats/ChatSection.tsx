import { useState } from 'preact/hooks';
import { i18n } from '#i18n';
import { type ChatView, chatServiceNames } from '@/utils/options/chats/chat-view';
import type { Confirm } from '@/utils/view/confirm';
import { SettingsSection } from '../SettingsSection';
import { Switch } from '../Switch';
import { lockedBy, type SettingsProps } from '../settings-props';
import { ChatDialog, type ChatFormActions } from './ChatDialog';
import { type ChatAction, ChatItem } from './ChatItem';

interface Props extends ChatFormActions, SettingsProps {
  /** `undefined` until they are read. */
  chats: readonly ChatView[] | undefined;
  /** Every client's name. */
  clients: readonly string[];
  /** ms since the epoch */
  now: number;
  confirm: Confirm;
  onAction: (action: ChatAction, view: ChatView) => Promise<string>;
}

/** The team chats that get alerts, and the form to add or edit one. */
export function ChatSection(props: Props) {
  const { chats = [], settings, managed, clients, now, confirm, onChange, onAction } = props;
  /** The chat in the form; `new` for another one. */
  const [open, setOpen] = useState<string>();
  const [said, say] = useState('');
  const editing = chats.find(({ chat }) => chat.id === open);
  const act = async (action: ChatAction | 'edit', view: ChatView) => {
    say('');
    if (action === 'edit') return setOpen(view.chat.id);
    if (action === 'remove' && !(await confirm(removal(view)))) return;
    say(await onAction(action, view));
  };
  return (
    <>
      <SettingsSection title={i18n.t('options.chats.title')}>
        {chats.length > 0 && (
          <ul class="chats" aria-label={i18n.t('options.chats.title')}>
            {chats.map((view) => (
              <ChatItem
                key={view.chat.id}
                view={view}
                now={now}
                onAction={(action) => void act(action, view)}
              />
            ))}
          </ul>
        )}
        {chats.length > 0 && (
          <Switch
            label={i18n.t('options.chats.quiet')}
            hint={i18n.t('options.chats.quietHint')}
            on={settings.quietChats}
            {...lockedBy(managed.quietChats)}
            onChange={(quietChats) => onChange({ quietChats })}
          />
        )}
        <div class="row">
          <p role="status" class="hint">
            {said || i18n.t('options.chats.hint', [chatServiceNames('or')])}
          </p>
          <button type="button" class="button" onClick={() => setOpen('new')}>
            {i18n.t('options.chats.add')}
          </button>
        </div>
      </SettingsSection>
      {open !== undefined && (
        <ChatDialog
          key={open}
          {...(editing && { editing: editing.chat })}
          clients={clients}
          now={now}
          onSave={async (entry) => {
            const outcome = await props.onSave(entry);
            if (outcome.ok) say(outcome.text);
            return outcome;
          }}
          onTest={props.onTest}
          onClosed={() => setOpen(undefined)}
        />
      )}
    </>
  );
}

function removal({ chat }: ChatView) {
  return {
    title: i18n.t('options.connections.removeTitle', [chat.label]),
    text: i18n.t('options.chats.removeText'),
    yes: i18n.t('options.connections.remove'),
    no: i18n.t('options.connections.keep'),
    isDangerous: true,
  };
}
