import type { NotificationKind } from '@/utils/state/settings';

/** What each kind of notification is about. */
export const kindTexts = {
  trouble: 'options.alerts.trouble',
  warning: 'options.alerts.warning',
  recovery: 'options.alerts.recovery',
  refused: 'options.alerts.refused',
} as const satisfies Record<NotificationKind, string>;
