import { i18n } from '#i18n';
import type { QuietHours as Hours, SettingsChanges } from '@/utils/state/settings';
import { Switch } from '../Switch';

type Changes = NonNullable<SettingsChanges['quietHours']>;

interface Props {
  hours: Hours;
  /** The organization's settings. */
  managed: Changes;
  onChange: (changes: Changes) => void;
}

/** When notifications wait. */
export function QuietHours({ hours, managed, onChange }: Props) {
  const isManaged = Object.keys(managed).length > 0;
  const isNever = hours.on && hours.from === hours.to;
  return (
    <fieldset class="quiet-hours" aria-label={i18n.t('options.alerts.quietHours')}>
      <Switch
        label={i18n.t('options.alerts.quietHours')}
        hint={isManaged ? i18n.t('options.managed') : i18n.t('options.alerts.quietHoursHint')}
        on={hours.on}
        disabled={managed.on !== undefined}
        onChange={(on) => onChange({ on })}
      />
      {hours.on && (
        <div class="times">
          <TimeOfDay
            label={i18n.t('options.alerts.quietFrom')}
            time={hours.from}
            disabled={managed.from !== undefined}
            onChange={(from) => onChange({ from })}
          />
          <TimeOfDay
            label={i18n.t('options.alerts.quietTo')}
            time={hours.to}
            disabled={managed.to !== undefined}
            onChange={(to) => onChange({ to })}
          />
        </div>
      )}
      <p role="status" class="hint">
        {isNever && i18n.t('options.alerts.quietNever')}
      </p>
    </fieldset>
  );
}

interface TimeOfDayProps {
  label: string;
  /** `HH:MM`, in whatever format the browser shows it. */
  time: string;
  disabled: boolean;
  onChange: (time: string) => void;
}

function TimeOfDay({ label, time, disabled, onChange }: TimeOfDayProps) {
  return (
    <label class="time-of-day">
      {label}
      <input
        type="time"
        required
        value={time}
        disabled={disabled}
        onChange={({ currentTarget: { value } }) => {
          // Empty while the user is typing.
          if (value) onChange(value);
        }}
      />
    </label>
  );
}
