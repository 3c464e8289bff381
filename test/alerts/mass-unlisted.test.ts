import { describe, expect, it } from 'vitest';
import type { Account } from '@/utils/accounts/account';
import { noticesOf } from '@/utils/alerts/notice';
import { notificationText } from '@/utils/alerts/notification/notification-text';
import { pack } from '@/utils/alerts/outbox';
import { currentNotices, currentNotifications } from '@/utils/alerts/still-current';
import type { Notice } from '@/utils/state/outbox-schema';
import { defaultSettings, type Settings } from '@/utils/state/settings';
import { account, appState, connection, event, monitoredConnection, now } from '../builders';

const lost = ['1', '2', '3', '4'].map((id) =>
  account({ id, status: 'unlisted', lostTogether: { listings: 4, at: now } }),
);

function noticesFor(accounts: readonly Account[], settings: Settings = defaultSettings): Notice[] {
  const events = accounts.map(({ key }) =>
    event({ id: `${key}@1>unlisted`, account: key, to: 'unlisted' }),
  );
  return noticesOf(events, accounts, { connection: connection() }, settings, now);
}

const back = (one: Account): Notice[] =>
  noticesOf(
    [event({ id: `${one.key}@2>working`, account: one.key, from: 'unlisted', to: 'working' })],
    [account({ id: one.id })],
    { connection: connection() },
    defaultSettings,
    now,
  );

describe('accounts that were lost together', () => {
  it('are one notice for their connection', () => {
    expect(noticesFor(lost)).toMatchObject([
      { kind: 'mass-unlisted', connectionId: 'c1', accounts: lost.map(({ key }) => key) },
    ]);
  });

  it('are notified one by one if fewer than three are not muted', () => {
    const muted = lost.map((one, i) =>
      i < 2 ? { ...one, mute: { until: 'always' as const } } : one,
    );
    expect(noticesFor(muted).map(({ kind }) => kind)).toEqual(['trouble', 'trouble']);
  });

  it('are not notified if that kind is turned off', () => {
    const notify = { ...defaultSettings.notify, trouble: false };
    expect(noticesFor(lost, { ...defaultSettings, notify })).toEqual([]);
  });

  it('keep a notification of their own when only two of them are left', () => {
    const [loss] = noticesFor(lost);
    if (loss?.kind !== 'mass-unlisted') throw new Error('They are not one notice');
    const left = { ...loss, accounts: loss.accounts.slice(0, 2) };
    const others = lost.flatMap(back);
    const { notifications } = pack({ waiting: [left, ...others], notifications: [] });
    expect(notifications.map(({ notices }) => notices)).toEqual([[left], others]);
  });

  it('are counted once if they were lost twice while the notices waited', () => {
    const again = noticesFor(lost).map((notice) => ({ ...notice, id: 'again' }));
    const { notifications } = pack({ waiting: [...noticesFor(lost), ...again], notifications: [] });
    expect(notifications.map(({ notices }) => notices)).toMatchObject([
      [{ accounts: lost.map(({ key }) => key) }],
    ]);
  });

  it('get a notification of their own beside others', () => {
    const { notifications } = pack({
      waiting: [...noticesFor(lost), ...lost.flatMap(back)],
      notifications: [],
    });
    expect(notifications.map(({ notices }) => notices.length)).toEqual([1, 4]);
  });

  it('are one notification for all profiles of a connection', () => {
    const elsewhere = lost.map((one) => ({ ...one, key: one.key.replace('c1/', 'c1/p2/') }));
    const waiting = [...noticesFor(lost), ...noticesFor(elsewhere)];
    const { notifications } = pack({ waiting, notifications: [] });
    expect(notifications).toHaveLength(1);
    expect(
      notificationText({ id: 'any', notices: notifications[0]?.notices ?? [] }, now).title,
    ).toBe('SchedPilot no longer lists 8 accounts of Agency');
  });

  it('are one notification per connection', () => {
    const other = noticesFor(lost).map((notice) => ({
      ...notice,
      id: `other ${notice.id}`,
      connectionId: 'c2',
    }));
    const { notifications } = pack({ waiting: [...noticesFor(lost), ...other], notifications: [] });
    expect(notifications).toHaveLength(2);
  });

  it('are described in a sentence about their connection', () => {
    expect(notificationText({ id: 'any', notices: noticesFor(lost) }, now)).toEqual({
      title: 'SchedPilot no longer lists 4 accounts of Agency',
      message:
        'Expired, revoked or disconnected. SchedPilot doesn’t say which. Click to open SchedPilot.',
    });
  });
});

describe('their notice, when it had to wait', () => {
  const state = (accounts: readonly Account[]) =>
    appState([monitoredConnection()], { c1: accounts });
  const oneIsBack = [account({ id: '1' }), ...lost.slice(1)];

  it('counts only those still lost', () => {
    const [notice] = currentNotices(noticesFor(lost), state(oneIsBack), now);
    expect(notice).toMatchObject({ accounts: lost.slice(1).map(({ key }) => key) });
    const [notification] = currentNotifications(
      [{ id: 'any', notices: noticesFor(lost) }],
      state(oneIsBack),
      now,
    );
    expect(notification?.notices).toMatchObject([
      { accounts: lost.slice(1).map(({ key }) => key) },
    ]);
  });

  it('is dropped once all are back', () => {
    const all = lost.map(({ id }) => account({ id }));
    expect(currentNotices([...noticesFor(lost), ...lost.flatMap(back)], state(all), now)).toEqual(
      [],
    );
  });

  it('brings no recovery for an account whose loss was never notified', () => {
    const [first] = lost;
    const waiting = [...noticesFor(lost), ...(first ? back(first) : [])];
    expect(currentNotices(waiting, state(oneIsBack), now).map(({ kind }) => kind)).toEqual([
      'mass-unlisted',
    ]);
  });
});
