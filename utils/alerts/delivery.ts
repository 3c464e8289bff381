import { storage } from '@wxt-dev/storage';
import { browser } from 'wxt/browser';
import { i18n } from '#i18n';
import type { StorageProblem, Watched } from '../monitor/watched';
import { type Item, toStored } from '../storage/item';
import { outboxItem, storageProblemToldItem } from '../storage/items';
import { readItems, readWatched } from '../storage/read';
import { transaction } from '../storage/transaction';
import { type Badge, badgeOf, badgeText } from './badge';
import { pack, taken } from './outbox';
import { tellableAt } from './quiet-hours';
import { stillNews } from './still-news';
import { badgeTitle, type NotificationText, notificationText, storageProblemText } from './texts';

const red = '#c4281c';
const amber = '#9a5b00';

/**
 * Brings badge, title and notifications up to date with what is stored; in quiet hours, badge and
 * title alone. One at a time, so that an older state is never shown after a newer one.
 *
 * @param now ms since the epoch
 */
export function alertUser(now: number): Promise<void> {
  return navigator.locks.request('alert', async () => {
    const watched = await readAllWatched(now);
    await applyBadge(badgeOf(watched, now));
    const isQuiet = tellableAt(watched.settings.quietHours, now) > now;
    await tellStorageProblem(watched.storageProblem, isQuiet);
    if (!isQuiet) await deliverNotices(now);
  });
}

/** Shows a notification that warns of nothing, in quiet hours too: somebody waits to see it. */
export async function showTestNotification(): Promise<void> {
  await show('test', {
    title: i18n.t('notification.test.title'),
    message: i18n.t('notification.test.text'),
  });
}

async function applyBadge(badge: Badge): Promise<void> {
  await Promise.all([
    browser.action.setBadgeText({ text: badgeText(badge) }),
    browser.action.setBadgeBackgroundColor({ color: badge.kind === 'attention' ? red : amber }),
    browser.action.setTitle({ title: badgeTitle(badge) }),
  ]);
}

/** Everything that is watched, once what cannot be read was set aside and can be told of. */
async function readAllWatched(now: number): Promise<Watched> {
  const unreadable: Item<unknown>[] = [];
  const watched = await readWatched(now, undefined, (item) => void unreadable.push(item));
  if (unreadable.length === 0) return watched;
  await transaction(now, (tx) => tx.get(unreadable));
  return readWatched(now);
}

/** Not by way of the outbox, which may be what cannot be written: once for each time it begins. */
async function tellStorageProblem(
  problem: StorageProblem | undefined,
  isQuiet: boolean,
): Promise<void> {
  const [told] = await readItems([storageProblemToldItem]);
  if (told === (problem ?? null) || (problem && isQuiet)) return;
  await storage.setItem(
    storageProblemToldItem.key,
    toStored(storageProblemToldItem, problem ?? null),
  );
  if (problem) await show(problem, storageProblemText(problem));
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
    const [outbox] = await tx.get([outboxItem]);
    // Read where nobody writes: else a notice could be newer than what it is held against.
    const news = stillNews(outbox.waiting, await readWatched(now), now);
    const packed = pack({ ...outbox, waiting: news });
    tx.put(outboxItem, packed);
    return packed;
  });
  const shown = await browser.notifications.getAll();
  for (const parcel of parcels) {
    if (!(parcel.id in shown)) {
      await show(parcel.id, notificationText(parcel, now));
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
