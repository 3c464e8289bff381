import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import type { Account } from '@/utils/accounts/account';
import { alertUser, showTestNotification } from '@/utils/alerts/deliver';
import { refusedNotice } from '@/utils/alerts/notice';
import { notificationText } from '@/utils/alerts/notification/notification-text';
import { enqueue, pack } from '@/utils/alerts/outbox';
import { afterQuietHours } from '@/utils/alerts/quiet-hours';
import { deleteQuarantined } from '@/utils/commands/delete-quarantined';
import {
  accountsItem,
  connectionStateItem,
  connectionsItem,
  historyItem,
  outboxItem,
  settingsItem,
  targetStateItem,
} from '@/utils/state/items';
import { emptyOutbox } from '@/utils/state/outbox-schema';
import { defaultSettings } from '@/utils/state/settings';
import { readItems } from '@/utils/storage/read-items';
import { transaction } from '@/utils/storage/transaction';
import { account, checked, connection, now, quietAround } from '../builders';

const create = vi.spyOn(fakeBrowser.notifications, 'create');
const setColor = vi.spyOn(fakeBrowser.action, 'setBadgeBackgroundColor');
beforeEach(() => {
  create.mockClear();
  setColor.mockClear();
});

const icon = { type: 'basic', iconUrl: expect.stringMatching(/\/icons\/128\.png$/) };
const notices = [refusedNotice(connection(), now), refusedNotice(connection({ id: 'c2' }), now)];
const waiting = enqueue(emptyOutbox, notices);
/** Makes all of `notices` true: both keys are rejected. */
const refuse = () =>
  store(async (tx) => {
    tx.put(connectionsItem, [connection(), connection({ id: 'c2' })]);
    for (const id of ['c1', 'c2']) tx.put(connectionStateItem(id), { refusedSince: now });
  });

const store = (work: Parameters<typeof transaction<void>>[1]) => transaction(now, work);
const stored = async () => (await readItems([outboxItem]))[0];

/** One checked connection with these accounts. */
const watch = (accounts: Account[], targetState = checked()) =>
  store(async (tx) => {
    tx.put(connectionsItem, [connection()]);
    tx.put(targetStateItem('c1'), targetState);
    tx.put(accountsItem('c1'), accounts);
  });

describe('the badge', () => {
  it('is red while accounts need attention, and its title says how many', async () => {
    await watch([account({ status: 'expired' })]);
    await alertUser(now);
    expect(await fakeBrowser.action.getBadgeText({})).toBe('1');
    expect(await fakeBrowser.action.getTitle({})).toBe('1 account needs attention');
    expect(setColor.mock.lastCall).toEqual([{ color: '#c4281c' }]);
  });

  it('is amber if accounts cannot be checked', async () => {
    await watch([account()], checked({ listedAt: 0 }));
    await alertUser(now);
    expect(await fakeBrowser.action.getBadgeText({})).toBe('!');
    expect(setColor.mock.lastCall).toEqual([{ color: '#9a5b00' }]);
  });
});

describe('a waiting notice', () => {
  beforeEach(refuse);

  it('is shown once with its text and icon, and leaves the outbox', async () => {
    await store(async (tx) => tx.put(outboxItem, waiting));
    await Promise.all([alertUser(now), alertUser(now)]);
    expect(create.mock.calls).toEqual(
      pack(waiting).notifications.map((notification) => [
        notification.id,
        { ...icon, ...notificationText(notification, now) },
      ]),
    );
    expect(await stored()).toEqual(emptyOutbox);
  });

  it('is not shown again while it is visible', async () => {
    const packed = pack(waiting);
    await store(async (tx) => tx.put(outboxItem, packed));
    const [shown, other] = packed.notifications.map(({ id }) => id);
    await fakeBrowser.notifications.create(shown ?? '', {
      type: 'basic',
      iconUrl: '',
      title: 'Shown by a background that was stopped',
      message: '',
    });
    create.mockClear();
    await alertUser(now);
    expect(create.mock.calls.map(([id]) => id)).toEqual([other]);
    expect(await stored()).toEqual(emptyOutbox);
  });

  it('stays if the browser does not accept it', async () => {
    await store(async (tx) => tx.put(outboxItem, waiting));
    create.mockRejectedValueOnce(new Error('Not now') as never);
    await expect(alertUser(now)).rejects.toThrow('Not now');
    expect(await stored()).toEqual(pack(waiting));
  });

  it('is dropped if the browser did not accept it and it is no longer true', async () => {
    await store(async (tx) => tx.put(outboxItem, waiting));
    create.mockRejectedValueOnce(new Error('Not now') as never);
    await expect(alertUser(now)).rejects.toThrow('Not now');
    await store(async (tx) => tx.remove(connectionStateItem('c1')));
    create.mockClear();
    await alertUser(now);
    expect(create.mock.calls.map(([id]) => id)).toEqual([notices[1]?.id]);
    expect(await stored()).toEqual(emptyOutbox);
  });

  it('is shown beside notifications that were packed earlier', async () => {
    const [first, second] = notices.map((notice) => enqueue(emptyOutbox, [notice]));
    const notifications = pack(first ?? emptyOutbox).notifications;
    await store(async (tx) =>
      tx.put(outboxItem, { waiting: second?.waiting ?? [], notifications }),
    );
    await alertUser(now);
    expect(create.mock.calls.map(([id]) => id)).toEqual(notices.map(({ id }) => id));
    expect(await stored()).toEqual(emptyOutbox);
  });

  it('is not shown once it is no longer true', async () => {
    await store(async (tx) => {
      tx.put(outboxItem, waiting);
      tx.remove(connectionStateItem('c1'));
    });
    await alertUser(now);
    expect(create.mock.calls.map(([id]) => id)).toEqual([notices[1]?.id]);
    expect(await stored()).toEqual(emptyOutbox);
  });

  it('causes no write if there is none', async () => {
    await alertUser(now);
    const set = vi.spyOn(fakeBrowser.storage.local, 'set').mockClear();
    await alertUser(now);
    expect(set).not.toHaveBeenCalled();
    expect(create).not.toHaveBeenCalled();
  });
});

describe('a stored value that cannot be read', () => {
  it('is notified at once, and only once', async () => {
    await watch([account()]);
    await fakeBrowser.storage.local.set({ 'accounts/c1': 'damaged' });
    await alertUser(now);
    expect(await fakeBrowser.action.getBadgeText({})).toBe('!');
    await alertUser(now);
    expect(create.mock.calls.map(([id]) => id)).toEqual(['set-aside']);
  });

  it('is not notified after it was deleted, but is if it happens again', async () => {
    const spoil = () => fakeBrowser.storage.local.set({ 'accounts/c1': 'damaged' });
    await watch([account()]);
    await spoil();
    await alertUser(now);
    await deleteQuarantined(now);
    await alertUser(now);
    expect(create).toHaveBeenCalledTimes(1);
    await spoil();
    await alertUser(now);
    expect(create.mock.calls.map(([id]) => id)).toEqual(['set-aside', 'set-aside']);
  });
});

describe('in quiet hours', () => {
  const quietHours = quietAround(now);
  const end = afterQuietHours(quietHours, now);
  beforeEach(async () => {
    await refuse();
    await store(async (tx) => tx.put(settingsItem, { ...defaultSettings, quietHours }));
  });

  it('waiting notices are kept, packed or not, and shown at the end', async () => {
    const [first, second] = notices.map((notice) => enqueue(emptyOutbox, [notice]));
    const notifications = pack(first ?? emptyOutbox).notifications;
    const before = { waiting: second?.waiting ?? [], notifications };
    await store(async (tx) => tx.put(outboxItem, before));
    await alertUser(now);
    await alertUser(end - 1);
    expect(create).not.toHaveBeenCalled();
    expect(await stored()).toEqual(before);
    await alertUser(end);
    expect(create.mock.calls.map(([id]) => id)).toEqual(notices.map(({ id }) => id));
  });

  it('the badge stays current', async () => {
    await watch([account({ status: 'expired' })]);
    await alertUser(now);
    expect(await fakeBrowser.action.getBadgeText({})).toBe('1');
  });

  it('a storage problem waits too', async () => {
    await fakeBrowser.storage.local.set({ history: { version: 99, value: [] } });
    await store((tx) => tx.get([historyItem]).then(() => {}));
    await alertUser(now);
    expect(create).not.toHaveBeenCalled();
    await alertUser(end);
    await alertUser(end);
    expect(create.mock.calls.map(([id]) => id)).toEqual(['set-aside']);
  });

  it('a test notification is shown, because the user is waiting for it', async () => {
    await showTestNotification();
    expect(create).toHaveBeenCalledTimes(1);
  });
});

it('a test notification says that it is one', async () => {
  await showTestNotification();
  expect(create.mock.calls).toEqual([
    [
      'test',
      {
        ...icon,
        title: 'Notifications work',
        message: 'This is what an alert looks like.',
      },
    ],
  ]);
});
