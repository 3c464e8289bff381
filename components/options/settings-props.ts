import { i18n } from '#i18n';
import type { Settings, SettingsChanges } from '@/utils/state/settings';

/** What a group of settings shows and changes. */
export interface SettingsProps {
  settings: Settings;
  /** Settings of the organization, which can't be changed here. */
  managed: SettingsChanges;
  onChange: (changes: SettingsChanges) => void;
}

/** How a control looks if the organization has set it. */
export function lockedBy(set: unknown): { disabled?: boolean; hint?: string } {
  return set === undefined ? {} : { disabled: true, hint: i18n.t('options.managed') };
}
