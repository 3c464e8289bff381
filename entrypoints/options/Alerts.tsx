import { useMemo, useState } from 'preact/hooks';
import { i18n } from '#i18n';
import { Appearance } from '@/components/options/alerts/Appearance';
import { kindTexts } from '@/components/options/alerts/kind-texts';
import { QuietHours } from '@/components/options/alerts/QuietHours';
import type { ChatAction } from '@/components/options/chats/ChatItem';
import { ChatSection } from '@/components/options/chats/ChatSection';
import { SelectSetting } from '@/components/options/SelectSetting';
import { SettingsSection } from '@/components/options/SettingsSection';
import { Switch } from '@/components/options/Switch';
import { lockedBy } from '@/components/options/settings-props';
import { send } from '@/utils/commands/messages';
import {
  grantServiceAccess,
  saveChat,
  testAddress,
  testChat,
} from '@/utils/options/chats/act-on-chat';
import type { ChatView } from '@/utils/options/chats/chat-view';
import { useChats } from '@/utils/options/chats/use-chats';
import { checkIntervals, notificationKinds, type SettingsChanges } from '@/utils/state/settings';
import { plural } from '@/utils/text/language';
import { serviceNames } from '@/utils/text/service-names';
import { filterChoices } from '@/utils/view/account/account-filter';
import { accountRows } from '@/utils/view/account/account-rows';
import type { ViewProps } from './view-props';

/** How often to check, what is alerted and where, and how the extension looks. */
export function Alerts({ appState, managed, now, confirm, attempt }: ViewProps) {
  const { settings } = appState;
  const [tested, setTested] = useState(false);
  const chats = useChats();
  // An account's client doesn't depend on the time.
  const clients = useMemo(() => filterChoices(accountRows(appState, now)).clients, [appState]);
  const onChange = (changes: SettingsChanges) => void attempt(send('changeSettings', changes));
  const controls = { settings, managed, onChange };
  return (
    <>
      <h2>{i18n.t('options.views.alerts')}</h2>
      <SettingsSection title={i18n.t('options.alerts.checks')}>
        <SelectSetting
          label={i18n.t('options.alerts.every')}
          hint={i18n.t('options.alerts.everyHint')}
          {...lockedBy(managed.checkEveryMinutes)}
          value={settings.checkEveryMinutes}
          choices={checkIntervals.map((value) => ({ value, label: intervalText(value) }))}
          onChoose={(checkEveryMinutes) => onChange({ checkEveryMinutes })}
        />
      </SettingsSection>
      <SettingsSection title={i18n.t('options.alerts.notifications')}>
        {notificationKinds.map((kind) => (
          <Switch
            key={kind}
            label={i18n.t(kindTexts[kind])}
            on={settings.notify[kind]}
            {...lockedBy(managed.notify?.[kind])}
            onChange={(on) => onChange({ notify: { [kind]: on } })}
          />
        ))}
        <Switch
          label={i18n.t('options.alerts.remindDaily')}
          hint={i18n.t('options.alerts.remindDailyHint')}
          on={settings.remindDaily}
          {...lockedBy(managed.remindDaily)}
          onChange={(remindDaily) => onChange({ remindDaily })}
        />
        <QuietHours
          hours={settings.quietHours}
          managed={managed.quietHours ?? {}}
          onChange={(quietHours) => onChange({ quietHours })}
        />
        <div class="row">
          <p role="status" class="hint">
            {tested ? i18n.t('options.alerts.tested') : i18n.t('options.alerts.notSeen')}
          </p>
          <button
            type="button"
            class="button quiet"
            onClick={() => void attempt(send('testNotification', {})).then(setTested)}
          >
            {i18n.t('options.alerts.test')}
          </button>
        </div>
      </SettingsSection>
      <ChatSection
        {...controls}
        chats={chats}
        clients={clients}
        now={now}
        confirm={confirm}
        onSave={saveChat}
        onTest={testAddress}
        onAction={async (action, view) => {
          if (action === 'test') return (await testChat(view.chat)).text;
          await attempt(actOn(action, view));
          return '';
        }}
      />
      <SettingsSection title={i18n.t('options.alerts.posts')}>
        <Switch
          label={i18n.t('options.alerts.watchPosts')}
          hint={i18n.t('options.alerts.watchPostsHint', [
            serviceNames('and', ({ listsPosts }) => listsPosts),
          ])}
          on={settings.watchPosts}
          {...lockedBy(managed.watchPosts)}
          onChange={(watchPosts) => onChange({ watchPosts })}
        />
      </SettingsSection>
      <Appearance {...controls} />
    </>
  );
}

function intervalText(minutes: number): string {
  return minutes < 60
    ? plural('options.alerts.minutes', minutes)
    : plural('options.alerts.hours', minutes / 60);
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
