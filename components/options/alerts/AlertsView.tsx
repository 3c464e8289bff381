import { useState } from 'preact/hooks';
import { i18n } from '#i18n';
import {
  checkIntervals,
  type NotificationKind,
  notificationKinds,
  type Settings,
  type SettingsChanges,
} from '@/utils/state/settings';
import { plural } from '@/utils/text/language';
import { serviceNames } from '@/utils/text/service-names';
import { Switch } from '../Switch';
import { QuietHours } from './QuietHours';

interface Props {
  settings: Settings;
  /** Settings of the organization, which can't be changed here. */
  managed: SettingsChanges;
  onChange: (changes: SettingsChanges) => void;
  /** Resolves to whether the notification was sent. */
  onTest: () => Promise<boolean>;
}

/** How often to check, and what to notify. */
export function AlertsView({ settings, managed, onChange, onTest }: Props) {
  const [tested, setTested] = useState(false);
  return (
    <>
      <div class="card">
        <div class="field">
          <label for="check-every">{i18n.t('options.alerts.every')}</label>
          <select
            id="check-every"
            value={settings.checkEveryMinutes}
            disabled={managed.checkEveryMinutes !== undefined}
            aria-describedby="check-every-hint"
            onChange={(event) => {
              const chosen = Number(event.currentTarget.value);
              const checkEveryMinutes = checkIntervals.find((minutes) => minutes === chosen);
              if (checkEveryMinutes) onChange({ checkEveryMinutes });
            }}
          >
            {checkIntervals.map((minutes) => (
              <option key={minutes} value={minutes}>
                {minutes < 60
                  ? plural('options.alerts.minutes', minutes)
                  : plural('options.alerts.hours', minutes / 60)}
              </option>
            ))}
          </select>
          <p class="hint" id="check-every-hint">
            {managed.checkEveryMinutes === undefined
              ? i18n.t('options.alerts.everyHint')
              : i18n.t('options.managed')}
          </p>
        </div>
      </div>
      <div class="card">
        <h2>{i18n.t('options.alerts.notifications')}</h2>
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
        <div class="actions">
          <button type="button" class="button quiet" onClick={() => void onTest().then(setTested)}>
            {i18n.t('options.alerts.test')}
          </button>
        </div>
        <p role="status" class="hint">
          {tested && i18n.t('options.alerts.tested')}
        </p>
      </div>
      <div class="card">
        <h2>{i18n.t('options.alerts.posts')}</h2>
        <Switch
          label={i18n.t('options.alerts.watchPosts')}
          hint={i18n.t('options.alerts.watchPostsHint', [
            serviceNames('and', ({ listsPosts }) => listsPosts),
          ])}
          on={settings.watchPosts}
          {...lockedBy(managed.watchPosts)}
          onChange={(watchPosts) => onChange({ watchPosts })}
        />
      </div>
      <div class="card">
        <h2>{i18n.t('options.alerts.pictures')}</h2>
        <Switch
          label={i18n.t('options.alerts.loadPictures')}
          on={settings.loadPictures}
          {...lockedBy(managed.loadPictures)}
          onChange={(loadPictures) => onChange({ loadPictures })}
        />
      </div>
    </>
  );
}

/** How a switch looks if the organization has set it. */
function lockedBy(set: boolean | undefined): { disabled?: boolean; hint?: string } {
  return set === undefined ? {} : { disabled: true, hint: i18n.t('options.managed') };
}

function kindText(kind: NotificationKind): string {
  switch (kind) {
    case 'trouble':
      return i18n.t('options.alerts.trouble');
    case 'warning':
      return i18n.t('options.alerts.warning');
    case 'recovery':
      return i18n.t('options.alerts.recovery');
    case 'refused':
      return i18n.t('options.alerts.refused');
  }
}
