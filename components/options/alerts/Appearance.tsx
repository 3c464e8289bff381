import { i18n } from '#i18n';
import {
  type Density,
  densities,
  type Settings,
  type SettingsChanges,
  type Theme,
  themes,
} from '@/utils/state/settings';
import { SelectSetting } from '../SelectSetting';
import { SettingsSection } from '../SettingsSection';
import { Switch } from '../Switch';
import { lockedBy } from './locked-by';

interface Props {
  settings: Settings;
  managed: SettingsChanges;
  onChange: (changes: SettingsChanges) => void;
}

/** How the popup and this page look. */
export function Appearance({ settings, managed, onChange }: Props) {
  return (
    <SettingsSection title={i18n.t('options.alerts.appearance')}>
      <SelectSetting
        label={i18n.t('options.alerts.theme')}
        {...lockedBy(managed.theme)}
        value={settings.theme}
        choices={themes.map((value) => ({ value, label: themeText(value) }))}
        onChoose={(theme) => onChange({ theme })}
      />
      <SelectSetting
        label={i18n.t('options.alerts.density')}
        {...lockedBy(managed.density)}
        value={settings.density}
        choices={densities.map((value) => ({ value, label: densityText(value) }))}
        onChoose={(density) => onChange({ density })}
      />
      <Switch
        label={i18n.t('options.alerts.loadPictures')}
        on={settings.loadPictures}
        {...lockedBy(managed.loadPictures)}
        onChange={(loadPictures) => onChange({ loadPictures })}
      />
    </SettingsSection>
  );
}

function themeText(theme: Theme): string {
  switch (theme) {
    case 'system':
      return i18n.t('options.alerts.themes.system');
    case 'light':
      return i18n.t('options.alerts.themes.light');
    case 'dark':
      return i18n.t('options.alerts.themes.dark');
  }
}

function densityText(density: Density): string {
  switch (density) {
    case 'comfortable':
      return i18n.t('options.alerts.densities.comfortable');
    case 'compact':
      return i18n.t('options.alerts.densities.compact');
  }
}
