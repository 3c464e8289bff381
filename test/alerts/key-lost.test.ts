import { expect, it } from 'vitest';
import { keyLostNotice, refusedNotice } from '@/utils/alerts/notice';
import { notificationText } from '@/utils/alerts/notification/notification-text';
import { destinationOf } from '@/utils/alerts/notification/open-notification';
import { pack } from '@/utils/alerts/outbox';
import { connection, now } from '../builders';

const lost = ['c1', 'c2', 'c3', 'c4'].map((id) =>
  keyLostNotice(connection({ id, label: `Client ${id}` }), 'updated', now),
);

it('a lost key says how it was lost, and leads to its connection', () => {
  const [notice] = lost.slice(0, 1);
  expect(notificationText({ id: 'any', notices: lost.slice(0, 1) }, now)).toEqual({
    title: 'Enter the SchedPilot key for “Client c1” again',
    message: 'It was only kept in memory, and Still Connected was updated. Click to enter it.',
  });
  expect(destinationOf(notice?.id ?? '')).toEqual({ view: 'connections', edit: 'c1' });
});

it('many lost keys are one summary, which does not call them rejected', () => {
  const { notifications } = pack({ waiting: lost, notifications: [] });
  expect(notifications).toHaveLength(1);
  const [notification] = notifications;
  if (!notification) throw new Error('There is no notification');
  expect(notificationText(notification, now).title).toBe('Enter 4 keys again');
  expect(destinationOf(notification.id)).toEqual({ view: 'connections' });
});

it('lost keys are kept apart from rejected ones', () => {
  const rejected = refusedNotice(connection({ id: 'c9' }), now);
  const { notifications } = pack({ waiting: [...lost, rejected], notifications: [] });
  const titles = notifications.map((notification) => notificationText(notification, now).title);
  expect(titles).toContain('Enter 4 keys again');
  expect(notifications).toHaveLength(2);
});
