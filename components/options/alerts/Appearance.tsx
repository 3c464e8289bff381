import { i18n } from '#i18n';
import { type Density, densities, type Theme, themes } from '@/utils/state/settings';
import { SelectSetting } from '../SelectSetting';
import { SettingsSection } from '../SettingsSection';
import { Switch } from '../Switch';
import { lockedBy, type SettingsProps } from '../settings-props';

const themeTexts = {
  system: 'options.alerts.themes.system',
  light: 'options.alerts.themes.light',
  dark: 'options.alerts.themes.dark',
} as const satisfies Record<Theme, string>;

const densityTexts = {
  comfortable: 'options.alerts.densities.comfortable',
  compact: 'options.alerts.densities.compact',
} as const satisfies Record<Density, string>;

/** How the popup and this page look. */
export function Appearance({ settings, managed, onChange }: SettingsProps) {
  return (
    <SettingsSection title={i18n.t('options.alerts.appearance')}>
      <SelectSetting
        label={i18n.t('options.alerts.theme')}
        {...lockedBy(managed.theme)}
        value={settings.theme}
        choices={themes.map((value) => ({ value, label: i18n.t(themeTexts[value]) }))}
        onChoose={(theme) => onChange({ theme })}
      />
      <SelectSetting
        label={i18n.t('options.alerts.density')}
        {...lockedBy(managed.density)}
        value={settings.density}
        choices={densities.map((value) => ({ value, label: i18n.t(densityTexts[value]) }))}
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
