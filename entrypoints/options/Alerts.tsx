import { useMemo } from 'preact/hooks';
import { AlertsView } from '@/components/options/alerts/AlertsView';
import type { ChatAction } from '@/components/options/chats/ChatItem';
import { ChatSection } from '@/components/options/chats/ChatSection';
import { send } from '@/utils/commands/messages';
import {
  grantServiceAccess,
  saveChat,
  testAddress,
  testChat,
} from '@/utils/options/chats/act-on-chat';
import type { ChatView } from '@/utils/options/chats/chat-view';
import { useChats } from '@/utils/options/chats/use-chats';
import type { AppState } from '@/utils/state/app-state';
import type { SettingsChanges } from '@/utils/state/settings';
import { compareNames } from '@/utils/text/compare-names';
import { accountRows } from '@/utils/view/account/account-rows';
import type { Confirm } from '@/utils/view/confirm';

interface Props {
  appState: AppState;
  managed: SettingsChanges;
  /** ms since the epoch */
  now: number;
  confirm: Confirm;
  /** Resolves to whether a command succeeded, and tells the user if not. */
  attempt: (command: Promise<unknown>) => Promise<boolean>;
}

/** What is alerted, and where. */
export function Alerts({ appState, managed, now, confirm, attempt }: Props) {
  const chats = useChats();
  const { settings } = appState;
  // An account's client doesn't depend on the time.
  const clients = useMemo(
    () => [...new Set(accountRows(appState, now).map(({ client }) => client))].sort(compareNames),
    [appState],
  );
  const onChange = (changes: SettingsChanges) => void attempt(send('changeSettings', changes));
  return (
    <AlertsView
      settings={settings}
      managed={managed}
      onChange={onChange}
      onTest={() => attempt(send('testNotification', {}))}
    >
      <ChatSection
        chats={chats}
        settings={settings}
        managed={managed}
        clients={clients}
        now={now}
        confirm={confirm}
        onChange={onChange}
        onSave={saveChat}
        onTest={testAddress}
        onAction={async (action, view) => {
          if (action === 'test') return (await testChat(view.chat)).text;
          await attempt(actOn(action, view));
          return '';
        }}
      />
    </AlertsView>
  );
}

/** @throws where the background couldn't carry it out */
function actOn(action: Exclude<ChatAction, 'test'>, { chat }: ChatView): Promise<unknown> {
  const chatId = chat.id;
  switch (action) {
    case 'retry':
      return send('retryChat', { chatId });
    case 'grant':
      // The background hears of it, and posts what waited.
      return grantServiceAccess(chat.service);
    case 'on':
    case 'off':
      return send('switchChat', { chatId, on: action === 'on' });
    case 'remove':
      return send('removeChat', { chatId });
  }
}
