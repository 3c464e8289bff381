import { i18n } from '#i18n';
import type { DisplayStatus } from './account-row';

/** The message for each status. */
export const statusMessages = {
  active: 'status.active',
  connected: 'status.connected',
  'not-checked': 'status.notChecked',
  expired: 'status.expired',
  revoked: 'status.revoked',
  unlisted: 'status.unlisted',
  'cannot-post': 'status.cannotPost',
  'posts-failing': 'status.postsFailing',
  'will-expire': 'status.willExpire',
  unknown: 'status.unknown',
} as const satisfies Record<DisplayStatus, string>;

/** A status in the user's language. */
export function statusText(status: DisplayStatus): string {
  return i18n.t(statusMessages[status]);
}
