import { i18n } from '#i18n';
import { platformName } from '../../accounts/platform';
import type { Trouble } from '../../accounts/trouble';
import { services } from '../../services/registry';
import type { ServiceInfo } from '../../services/service';
import { isManagedId } from '../../state/connection';
import type { MassUnlistedNotice, Notice, OutgoingNotification } from '../../state/outbox-schema';
import { plural } from '../../text/language';
import { postsAtRiskText } from '../../text/posts-at-risk-text';
import { keyLossText } from '../../text/problem-text';
import { isAhead, type NotificationText, reminderOfMany, summaryText } from './summary-text';

/** A notification's title and text. `now`: ms since the epoch. */
export function notificationText(
  notification: OutgoingNotification,
  now: number,
): NotificationText {
  const { notices, remindsOf = 0 } = notification;
  if (remindsOf > 1) return reminderOfMany(notices, remindsOf, now);
  const [only, ...others] = notices;
  if (!only || others.length > 0) return summaryText(notices, now);
  const { title, message } = textOfOne(only, now);
  return { title: remindsOf ? i18n.t('notification.reminder.ofOne', [title]) : title, message };
}

function textOfOne(notice: Notice, now: number): NotificationText {
  const service = services[notice.service].name;
  if (notice.kind === 'refused') {
    return {
      title: i18n.t('notification.refused.title', { service, label: notice.label }),
      message: isManagedId(notice.connectionId)
        ? i18n.t('notification.refused.managedText')
        : i18n.t('notification.refused.text'),
    };
  }
  if (notice.kind === 'mass-unlisted') return massUnlistedText(notice);
  if (notice.kind === 'key-lost') {
    return {
      title: i18n.t('notification.keyLost.title', { service, label: notice.label }),
      message: i18n.t('notification.keyLost.text', [keyLossText(notice.lostBy)]),
    };
  }
  const { client } = notice;
  const about = { who: notice.label, platform: platformName(notice.platform) };
  if (notice.kind === 'recovery') {
    return {
      title: i18n.t('notification.recovery.title', about),
      message: i18n.t('notification.recovery.text', { service, client }),
    };
  }
  if (notice.losses !== undefined) {
    return {
      title: i18n.t('notification.flapping.title', about),
      message: i18n.t('notification.flapping.text', {
        losses: String(notice.losses),
        client,
        service,
      }),
    };
  }
  const message = whatToDo(notice.trouble, services[notice.service], { service, client });
  const atRisk = isAhead(notice.atRisk, now) ? postsAtRiskText(notice.atRisk, now) : undefined;
  return {
    title: i18n.t(troubleTitles[notice.trouble], about),
    message: atRisk ? i18n.t('notification.atRisk', [atRisk, message]) : message,
  };
}

function massUnlistedText({ service, label, accounts }: MassUnlistedNotice): NotificationText {
  const { name, reportsStatus, reconnects } = services[service];
  const title = plural('notification.massUnlisted.title', accounts.length, name, label);
  // Where listings report a status, an account missing from them was disconnected.
  if (reportsStatus) return { title, message: i18n.t('notification.massUnlisted.disconnected') };
  const message = reconnects
    ? i18n.t('notification.massUnlisted.here', [name])
    : i18n.t('notification.massUnlisted.text', [name]);
  return { title, message };
}

const troubleTitles = {
  expired: 'notification.trouble.expired',
  revoked: 'notification.trouble.revoked',
  unlisted: 'notification.trouble.unlisted',
  'cannot-post': 'notification.trouble.cannotPost',
  'posts-failing': 'notification.trouble.postsFailing',
  'will-expire': 'notification.trouble.willExpire',
  unknown: 'notification.trouble.unknown',
} as const satisfies Record<Trouble, string>;

function whatToDo(
  trouble: Trouble,
  { reportsStatus, reconnects }: ServiceInfo,
  where: { service: string; client: string },
): string {
  if (trouble === 'unknown') return i18n.t('notification.todo.unknown', where);
  if (trouble === 'will-expire') return i18n.t('notification.todo.willExpire', where);
  if (trouble === 'posts-failing') return i18n.t('notification.todo.postsFailing', where);
  if (trouble !== 'unlisted') return i18n.t('notification.todo.reconnect', where);
  // Where listings report a status, an account missing from them was disconnected.
  if (reportsStatus) return i18n.t('notification.todo.disconnected', where);
  return reconnects
    ? i18n.t('notification.todo.unlistedHere', where)
    : i18n.t('notification.todo.unlisted', where);
}
