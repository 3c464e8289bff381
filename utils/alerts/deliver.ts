import { dequal } from 'dequal/lite';
import { browser } from 'wxt/browser';
import { i18n } from '#i18n';
import type { AppState, StorageProblem } from '../state/app-state';
import { outboxItem, reminderItem } from '../state/items';
import { policyRecordItem } from '../state/managed-policy';
import { readState } from '../state/read-state';
import { storageProblemToldItem } from '../state/session-items';
import { setValues } from '../storage/area';
import { type Item, toStored } from '../storage/item';
import { readItems } from '../storage/read-items';
import { transaction } from '../storage/transaction';
import { writeCount } from '../storage/write-count';
import { storageProblemText } from '../text/storage-problem-text';
import { type Badge, badgeOf, badgeText } from './badge';
import { holdLosses } from './mass-drop';
import { noteMuteEnd } from './mute-end';
import { isReminderId } from './notification-id';
import { badgeTitle, notificationText } from './notification-text';
import { pack, withoutDelivered } from './outbox';
import { afterQuietHours } from './quiet-hours';
import { remind } from './reminder';
import { isAbout, stillCurrent, stillTrue } from './still-current';
import type { NotificationText } from './summary-text';

const red = '#c4281c';
const amber = '#9a5b00';

/** A state that was read, and how often this background had written by then. */
export interface ReadState {
  state: AppState;
  writes: number;
}

/**
 * Brings badge, title and notifications up to date with what is stored; in quiet hours, all but the
 * notifications. One at a time, so that an older state is never shown after a newer one.
 *
 * @param now ms since the epoch
 * @returns the state that is shown now; `undefined` where somebody else has written since
 */
export function alertUser(now: number): Promise<ReadState | undefined> {
  return navigator.locks.request('alert', async () => {
    const writes = writeCount();
    const state = await readAllState(now);
    await applyBadge(badgeOf(state, now));
    await noteMuteEnd(state, now);
    const isQuiet = afterQuietHours(state.settings.quietHours, now) > now;
    await tellStorageProblem(state.storageProblem, isQuiet);
    const hasDelivered = !isQuiet && (await deliverNotices(state, now));
    if (writeCount() === writes) return { state, writes };
    // Somebody else's write brings an alert of its own.
    if (!hasDelivered) return undefined;
    return { writes: writeCount(), state: await readState(now) };
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
async function readAllState(now: number): Promise<AppState> {
  const unreadable: Item<unknown>[] = [];
  const watched = await readState(now, undefined, (item) => void unreadable.push(item));
  if (unreadable.length === 0) return watched;
  await transaction(now, (tx) => tx.get(unreadable));
  return readState(now);
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
async function deliverNotices(seen: AppState, now: number): Promise<boolean> {
  const [outbox, reminder] = await readItems([outboxItem, reminderItem]);
  const isEmpty = outbox.waiting.length + outbox.parcels.length === 0;
  if (isEmpty && dequal(remind(reminder, seen, now).reminder, reminder)) return false;

  const { parcels } = await transaction(now, async (tx) => {
    const [outbox, last, { retired }] = await tx.get([outboxItem, reminderItem, policyRecordItem]);
    // Read where nobody writes: else a notice could be newer than what it is held against.
    const watched = await readState(now);
    const next = remind(last, watched, now);
    const before = stillTrue(outbox.parcels, watched, now);
    const parcels = next.parcel ? [...before, next.parcel] : before;
    // Those of a policy that is late are not to be judged before it is there.
    const late = retired.map(({ connection }) => connection.id);
    const { later = [], ready = [] } = Object.groupBy(outbox.waiting, (notice) =>
      isAbout(notice, late) ? 'later' : 'ready',
    );
    const current = stillCurrent(ready, watched, now);
    const { held, due } = holdLosses(current, watched, now);
    const packed = pack({ waiting: due, parcels });
    tx.put(outboxItem, { ...packed, waiting: [...later, ...held] });
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
      tx.put(outboxItem, withoutDelivered(outbox, parcel.id));
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
