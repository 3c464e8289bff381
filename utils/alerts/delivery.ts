import { browser } from 'wxt/browser';
import { i18n } from '#i18n';
import { outboxItem } from '../storage/items';
import { readItems, readWatched } from '../storage/read';
import { transaction } from '../storage/transaction';
import { badgeOf, badgeText } from './badge';
import { pack, taken } from './outbox';
import { badgeTitle, type NotificationText, notificationText } from './texts';

const red = '#c4281c';
const amber = '#9a5b00';

/**
 * Brings badge, title and notifications up to date with what is stored. One at a time, so that an
 * older state is never shown after a newer one.
 *
 * @param now ms since the epoch
 */
export function alertUser(now: number): Promise<void> {
  return navigator.locks.request('alert', async () => {
    await applyBadge(now);
    await deliverNotices(now);
  });
}

/** Shows a notification that warns of nothing, to try whether they are seen. */
export async function showTestNotification(): Promise<void> {
  await show('test', {
    title: i18n.t('notification.test.title'),
    message: i18n.t('notification.test.text'),
  });
}

async function applyBadge(now: number): Promise<void> {
  const badge = badgeOf(await readWatched(now), now);
  await Promise.all([
    browser.action.setBadgeText({ text: badgeText(badge) }),
    browser.action.setBadgeBackgroundColor({ color: badge.kind === 'attention' ? red : amber }),
    browser.action.setTitle({ title: badgeTitle(badge) }),
  ]);
}

/**
 * Shows the notices that wait in the outbox, each once: a parcel that was shown by a worker which
 * died before it could take it out is still among the browser's notifications, and is not shown
 * again.
 */
async function deliverNotices(now: number): Promise<void> {
  const [waiting] = await readItems([outboxItem]);
  if (waiting.waiting.length + waiting.parcels.length === 0) return;

  const { parcels } = await transaction(now, async (tx) => {
    const packed = pack((await tx.get([outboxItem]))[0]);
    tx.put(outboxItem, packed);
    return packed;
  });
  const shown = await browser.notifications.getAll();
  for (const parcel of parcels) {
    if (!(parcel.id in shown)) {
      await show(parcel.id, notificationText(parcel));
    }
    await transaction(now, async (tx) => {
      const [outbox] = await tx.get([outboxItem]);
      tx.put(outboxItem, taken(outbox, parcel.id));
    });
  }
}

async function show(id: string, text: NotificationText): Promise<void> {
  const iconUrl = browser.runtime.getURL('/icons/128.png');
  await browser.notifications.create(id, { type: 'basic', iconUrl, ...text });
}
