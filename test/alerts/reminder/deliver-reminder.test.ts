import { beforeEach, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { alertUser, showTestNotification } from '@/utils/alerts/deliver';
import { refusedNotice } from '@/utils/alerts/notice';
import { isReminderId } from '@/utils/alerts/notification/notification-id';
import { enqueue } from '@/utils/alerts/outbox';
import {
  accountsItem,
  connectionStateItem,
  connectionsItem,
  outboxItem,
  settingsItem,
  targetStateItem,
} from '@/utils/state/items';
import { emptyOutbox } from '@/utils/state/outbox-schema';
import { defaultSettings } from '@/utils/state/settings';
import { readItems } from '@/utils/storage/read-items';
import { transaction } from '@/utils/storage/transaction';
import { account, checked, connection, day, now } from '../../builders';

const create = vi.spyOn(fakeBrowser.notifications, 'create');
const shown = async () => Object.keys(await fakeBrowser.notifications.getAll());

/** One account is in trouble, and known to be. */
beforeEach(async () => {
  await transaction(now, async (tx) => {
    tx.put(settingsItem, { ...defaultSettings, remindDaily: true });
    tx.put(connectionsItem, [connection()]);
    tx.put(targetStateItem('c1'), checked());
    tx.put(accountsItem('c1'), [account({ status: 'expired' })]);
  });
  await alertUser(now);
  create.mockClear();
});

const refused = refusedNotice(connection(), now);
const refuseKey = () =>
  transaction(now, async (tx) => {
    tx.put(connectionStateItem('c1'), { refusedSince: now });
    tx.put(outboxItem, enqueue(emptyOutbox, [refused]));
  });

it('a reminder is shown once a day, replacing the last one, beside other notifications', async () => {
  await alertUser(now + day - 1);
  await showTestNotification();
  expect(await shown()).toEqual(['test']);
  await alertUser(now + day);
  await alertUser(now + day + 1);
  const [first] = (await shown()).filter(isReminderId);
  await alertUser(now + 2 * day);
  expect(create).toHaveBeenCalledTimes(3);
  const [second, ...others] = (await shown()).filter(isReminderId);
  expect(second).not.toBe(first);
  expect(others).toEqual([]);
  expect(await shown()).toContain('test');
  expect((await readItems([outboxItem]))[0]).toEqual(emptyOutbox);
});

it('a reminder stays when something else is notified', async () => {
  await alertUser(now + day);
  const before = await shown();
  await refuseKey();
  await alertUser(now + day + 1);
  expect(await shown()).toEqual([...before, refused.id]);
});

it('a reminder is shown beside a new notification', async () => {
  await refuseKey();
  await alertUser(now + day);
  const ids = await shown();
  expect(ids.filter(isReminderId)).toHaveLength(1);
  expect(ids.filter((id) => !isReminderId(id))).toEqual([refused.id]);
});
