import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { i18n } from '#i18n';
import {
  checkIntervals,
  notificationKinds,
  type Settings,
  type SettingsChanges,
} from '@/utils/state/settings';
import { plural } from '@/utils/text/language';
import { serviceNames } from '@/utils/text/service-names';
import { SelectSetting } from '../SelectSetting';
import { SettingsSection } from '../SettingsSection';
import { Switch } from '../Switch';
import { Appearance } from './Appearance';
import { kindText } from './kind-text';
import { lockedBy } from './locked-by';
import { QuietHours } from './QuietHours';

interface Props {
  settings: Settings;
  /** Settings of the organization, which can't be changed here. */
  managed: SettingsChanges;
  onChange: (changes: SettingsChanges) => void;
  /** Resolves to whether the notification was sent. */
  onTest: () => Promise<boolean>;
  /** Where else alerts are sent. */
  children: ComponentChildren;
}

/** How often to check, what to notify, and how the extension looks. */
export function AlertsView({ settings, managed, onChange, onTest, children }: Props) {
  const [tested, setTested] = useState(false);
  return (
    <>
      <h2>{i18n.t('options.views.alerts')}</h2>
      <SettingsSection title={i18n.t('options.alerts.checks')}>
        <SelectSetting
          label={i18n.t('options.alerts.every')}
          hint={
            managed.checkEveryMinutes === undefined
              ? i18n.t('options.alerts.everyHint')
              : i18n.t('options.managed')
          }
          value={settings.checkEveryMinutes}
          choices={checkIntervals.map((value) => ({ value, label: intervalText(value) }))}
          disabled={managed.checkEveryMinutes !== undefined}
          onChoose={(checkEveryMinutes) => onChange({ checkEveryMinutes })}
        />
      </SettingsSection>
      <SettingsSection title={i18n.t('options.alerts.notifications')}>
        {notificationKinds.map((kind) => (
          <Switch
            key={kind}
            label={kindText(kind)}
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
          <button type="button" class="button quiet" onClick={() => void onTest().then(setTested)}>
            {i18n.t('options.alerts.test')}
          </button>
        </div>
      </SettingsSection>
      {children}
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
      <Appearance settings={settings} managed={managed} onChange={onChange} />
    </>
  );
}

function intervalText(minutes: number): string {
  return minutes < 60
    ? plural('options.alerts.minutes', minutes)
    : plural('options.alerts.hours', minutes / 60);
}
