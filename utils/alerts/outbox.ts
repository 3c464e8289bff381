import type { Notice, Outbox, OutgoingNotification } from '../state/outbox-schema';
import { mergeMassDrops } from './mass-drop';
import { summaryId } from './notification/notification-id';

/** More notices than this at once become one summary. */
const mostSingle = 3;

/** Adds notices, each once. */
export function enqueue(outbox: Outbox, notices: readonly Notice[]): Outbox {
  const queued = [...outbox.waiting, ...outbox.notifications.flatMap((one) => one.notices)];
  const added = new Map(notices.map((notice) => [notice.id, notice]));
  for (const { id } of queued) added.delete(id);
  return added.size > 0 ? { ...outbox, waiting: [...outbox.waiting, ...added.values()] } : outbox;
}

/**
 * Packs waiting notices into notifications: one each up to three, otherwise one summary. Lost keys
 * get their own summary, because no text fits both them and rejected keys. Accounts that a
 * connection lost together are one notification, which is a summary already.
 */
export function pack(outbox: Outbox): Outbox {
  const { waiting, notifications } = outbox;
  if (waiting.length === 0) return outbox;
  const { massDrops, others } = mergeMassDrops(waiting);
  const { lostKeys = [], rest = [] } = Object.groupBy(others, ({ kind }) =>
    kind === 'key-lost' ? 'lostKeys' : 'rest',
  );
  return {
    waiting: [],
    notifications: [
      ...notifications,
      ...massDrops.map(single),
      ...packed(lostKeys),
      ...packed(rest),
    ],
  };
}

function packed(notices: readonly Notice[]): OutgoingNotification[] {
  const [first] = notices;
  if (first === undefined || notices.length <= mostSingle) return notices.map(single);
  const isOfKeys = notices.every(({ kind }) => kind === 'refused' || kind === 'key-lost');
  return [{ id: summaryId(first.id, isOfKeys ? 'keys' : 'summary'), notices: [...notices] }];
}

function single(notice: Notice): OutgoingNotification {
  return { id: notice.id, notices: [notice] };
}

/** Removes a notification that the browser has accepted. */
export function withoutDelivered(outbox: Outbox, notificationId: string): Outbox {
  return {
    ...outbox,
    notifications: outbox.notifications.filter(({ id }) => id !== notificationId),
  };
}
