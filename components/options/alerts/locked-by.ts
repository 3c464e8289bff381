import { i18n } from '#i18n';

/** How a control looks if the organization has set it. */
export function lockedBy(set: unknown): { disabled?: boolean; hint?: string } {
  return set === undefined ? {} : { disabled: true, hint: i18n.t('options.managed') };
}
