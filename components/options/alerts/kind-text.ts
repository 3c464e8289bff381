import { i18n } from '#i18n';
import type { NotificationKind } from '@/utils/state/settings';

/** What a kind of notification is about. */
export function kindText(kind: NotificationKind): string {
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
