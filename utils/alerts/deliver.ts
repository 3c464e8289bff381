import { dequal } from 'dequal/lite';
import { browser } from 'wxt/browser';
import { i18n } from '#i18n';
import type { AppState, StorageProblem } from '../state/app-state';
import { outboxItem, reminderItem } from '../state/items';
import { policyRecordItem } from '../state/managed-policy';
import { readState } from '../state/read-state';
import { notifiedStorageProblemItem } from '../state/session-items';
import { setValues } from '../storage/area';
import { type Item, toStored } from '../storage/item';
import { readItems } from '../storage/read-items';
import { transaction } from '../storage/transaction';
import { writeCount } from '../storage/write-count';
import { storageProblemText } from '../text/storage-problem-text';
import { type Badge, badgeColor, badgeOf, badgeText } from './badge';
import { badgeTitle } from './badge-title';
import { storeMuteEnd } from './mute-end';
import { isReminderId } from './notification/notification-id';
import { notificationText } from './notification/notification-text';
import type { NotificationText } from './notification/summary-text';
import { withoutDelivered } from './outbox';
import { prepare } from './prepare';
import { afterQuietHours } from './quiet-hours';
import { remind } from './reminder';

/**
 * Updates badge, title and notifications from the stored state; in quiet hours, all but
 * notifications. Runs one at a time, so that an older state never replaces a newer one.
 *
 * @param now ms since the epoch
 * @returns the state shown now, and how many writes there had been when it was read; `undefined` if
 * something was written meanwhile
 */
export function alertUser(now: number): Promise<{ state: AppState; writes: number } | undefined> {
  return navigator.locks.request('alert', async () => {
    const writes = writeCount();
    const state = await readAllState(now);
    await applyBadge(badgeOf(state, now));
    await storeMuteEnd(state, now);
    const isQuiet = afterQuietHours(state.settings.quietHours, now) > now;
    await notifyStorageProblem(state.storageProblem, isQuiet);
    const hasDelivered = !isQuiet && (await deliverNotices(state, now));
    if (writeCount() === writes) return { state, writes };
    // Something was written meanwhile, and triggers an alert of its own.
    if (!hasDelivered) return undefined;
    return { writes: writeCount(), state: await readState(now) };
  });
}

/** Shows the test notification, also in quiet hours: the user is waiting for it. */
export async function showTestNotification(): Promise<void> {
  await show('test', {
    title: i18n.t('notification.test.title'),
    message: i18n.t('notification.test.text'),
  });
}

async function applyBadge(badge: Badge): Promise<void> {
  await Promise.all([
    browser.action.setBadgeText({ text: badgeText(badge) }),
    browser.action.setBadgeBackgroundColor({ color: badgeColor(badge) }),
    browser.action.setTitle({ title: badgeTitle(badge) }),
  ]);
}

/**
 * The whole state. Values that can't be read are quarantined first, so that this can be notified.
 */
async function readAllState(now: number): Promise<AppState> {
  const unreadable: Item<unknown>[] = [];
  const appState = await readState(now, undefined, (item) => void unreadable.push(item));
  if (unreadable.length === 0) return appState;
  await transaction(now, (tx) => tx.get(unreadable));
  return readState(now);
}

/**
 * Notifies a storage problem once each time it begins. It bypasses the outbox, which may be what
 * can't be written.
 */
async function notifyStorageProblem(
  problem: StorageProblem | undefined,
  isQuiet: boolean,
): Promise<void> {
  const [notified] = await readItems([notifiedStorageProblemItem]);
  if (notified === (problem ?? null) || (problem && isQuiet)) return;
  const notifiedNow = toStored(notifiedStorageProblemItem, problem ?? null);
  await setValues(new Map([[notifiedStorageProblemItem.key, notifiedNow]]));
  if (problem) await show(problem, storageProblemText(problem));
}

/**
 * Shows the notices waiting in the outbox, each once. If a worker died after showing a
 * notification, the browser still lists it, and it isn't shown again.
 *
 * @returns false if nothing was waiting and nothing was written
 */
async function deliverNotices(seen: AppState, now: number): Promise<boolean> {
  const [outbox, reminder] = await readItems([outboxItem, reminderItem]);
  const isEmpty = outbox.waiting.length + outbox.notifications.length === 0;
  if (isEmpty && dequal(remind(reminder, seen, now).reminder, reminder)) return false;

  const { notifications } = await transaction(now, async (tx) => {
    const [outbox, last, { retired }] = await tx.get([outboxItem, reminderItem, policyRecordItem]);
    // Read inside the transaction: otherwise a notice could be newer than the state it is judged
    // by.
    const appState = await readState(now);
    const next = remind(last, appState, now);
    const { notifications: before } = outbox;
    const notifications = next.notification ? [...before, next.notification] : before;
    const prepared = prepare(
      { ...outbox, notifications },
      appState,
      retired.map(({ connection }) => connection.id),
      now,
    );
    tx.put(outboxItem, prepared);
    tx.put(reminderItem, next.reminder);
    return prepared;
  });
  const shown = await browser.notifications.getAll();
  for (const notification of notifications) {
    if (!(notification.id in shown)) {
      // A new reminder repeats what older ones said, so clear those.
      const said = notification.remindsOf ? Object.keys(shown).filter(isReminderId) : [];
      await Promise.all(said.map((id) => browser.notifications.clear(id)));
      await show(notification.id, notificationText(notification, now));
    }
    await transaction(now, (tx) =>
      tx.update(outboxItem, (outbox) => withoutDelivered(outbox, notification.id)),
    );
  }
  return true;
}

async function show(id: string, text: NotificationText): Promise<void> {
  const iconUrl = browser.runtime.getURL('/icons/128.png');
  await browser.notifications.create(id, { type: 'basic', iconUrl, ...text });
}
