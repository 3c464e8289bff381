import { dequal } from 'dequal/lite';
import { browser } from 'wxt/browser';
import { i18n } from '#i18n';
import type { StorageProblem, Watched } from '../monitor/watched';
import { setValues } from '../storage/area';
import { keepGlance } from '../storage/glance';
import { type Item, toStored } from '../storage/item';
import { outboxItem, reminderItem } from '../storage/items';
import { policyLedgerItem } from '../storage/managed';
import { readItems, readWatched } from '../storage/read';
import { storageProblemToldItem } from '../storage/session-items';
import { transaction } from '../storage/transaction';
import { writeCount } from '../storage/write-count';
import { glanceOf } from '../view/glance';
import { type Badge, badgeOf, badgeText } from './badge';
import { noteMuteEnd } from './mute-end';
import { isReminderId } from './notification-id';
import { pack, taken } from './outbox';
import { tellableAt } from './quiet-hours';
import { remind } from './reminder';
import { isAbout, stillNews, stillTrue } from './still-news';
import { storageProblemText } from './storage-problem-text';
import type { NotificationText } from './summary-text';
import { badgeTitle, notificationText } from './texts';

const red = '#c4281c';
const amber = '#9a5b00';

/**
 * Brings badge, title, notifications and the popup's first sight up to date with what is stored; in
 * quiet hours, all but the notifications. One at a time, so that an older state is never shown
 * after a newer one.
 *
 * @param now ms since the epoch
 */
export function alertUser(now: number): Promise<void> {
  return navigator.locks.request('alert', async () => {
    const before = writeCount();
    const watched = await readAllWatched(now);
    await applyBadge(badgeOf(watched, now));
    await noteMuteEnd(watched, now);
    const isQuiet = tellableAt(watched.settings.quietHours, now) > now;
    await tellStorageProblem(watched.storageProblem, isQuiet);
    const hasDelivered = !isQuiet && (await deliverNotices(watched, now));
    const isCurrent = writeCount() === before;
    // Whoever else has written meanwhile has us called again.
    if (!hasDelivered && !isCurrent) return;
    await keepGlance(now, async () => glanceOf(isCurrent ? watched : await readWatched(now), now));
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
  const toldNow = toStored(storageProblemToldItem, problem ?? null);
  await setValues(new Map([[storageProblemToldItem.key, toldNow]]));
  if (problem) await show(problem, storageProblemText(problem));
}

/**
 * Shows the notices that wait in the outbox, each once: a parcel that was shown by a worker which
 * died before it could take it out is still among the browser's notifications, and is not shown
 * again.
 *
 * @returns false where none was waiting, and nothing was written
 */
async function deliverNotices(seen: Watched, now: number): Promise<boolean> {
  const [outbox, reminder] = await readItems([outboxItem, reminderItem]);
  const isEmpty = outbox.waiting.length + outbox.parcels.length === 0;
  if (isEmpty && dequal(remind(reminder, seen, now).reminder, reminder)) return false;

  const { parcels } = await transaction(now, async (tx) => {
    const [outbox, last, { retired }] = await tx.get([outboxItem, reminderItem, policyLedgerItem]);
    // Read where nobody writes: else a notice could be newer than what it is held against.
    const watched = await readWatched(now);
    const next = remind(last, watched, now);
    const before = stillTrue(outbox.parcels, watched, now);
    const parcels = next.parcel ? [...before, next.parcel] : before;
    // Those of a policy that is late are not to be judged before it is there.
    const late = retired.map(({ connection }) => connection.id);
    const { later = [], ready = [] } = Object.groupBy(outbox.waiting, (notice) =>
      isAbout(notice, late) ? 'later' : 'ready',
    );
    const packed = pack({ waiting: stillNews(ready, watched, now), parcels });
    tx.put(outboxItem, { ...packed, waiting: later });
    tx.put(reminderItem, next.reminder);
    return packed;
  });
  const shown = await browser.notifications.getAll();
  for (const parcel of parcels) {
    if (!(parcel.id in shown)) {
      if (parcel.remindsOf) await clearReminders(Object.keys(shown));
      await show(parcel.id, notificationText(parcel, now));
    }
    await transaction(now, async (tx) => {
      const [outbox] = await tx.get([outboxItem]);
      tx.put(outboxItem, taken(outbox, parcel.id));
    });
  }
  return true;
}

/** A new reminder says all that older ones say, which may have gone unseen for days. */
async function clearReminders(shown: readonly string[]): Promise<void> {
  await Promise.all(shown.filter(isReminderId).map((id) => browser.notifications.clear(id)));
}

async function show(id: string, text: NotificationText): Promise<void> {
  const iconUrl = browser.runtime.getURL('/icons/128.png');
  await browser.notifications.create(id, { type: 'basic', iconUrl, ...text });
}
