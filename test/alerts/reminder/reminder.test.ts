import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Account } from '@/utils/accounts/account';
import { isReminderId } from '@/utils/alerts/notification/notification-id';
import { destinationOf } from '@/utils/alerts/notification/open-notification';
import { afterQuietHours } from '@/utils/alerts/quiet-hours';
import { remind, reminderDueAt } from '@/utils/alerts/reminder';
import type { AppState } from '@/utils/state/app-state';
import { type Reminder, reminderSchema } from '@/utils/state/outbox-schema';
import { defaultSettings } from '@/utils/state/settings';
import { account, appState, day, hour, minute, monitoredConnection, now } from '../../builders';

const settings = { ...defaultSettings, remindDaily: true };
const one = (id: string, changes: Partial<Account> = {}) =>
  account({ id, key: `c1/twitter#${id}`, handle: id, status: 'expired', ...changes });
const withAccounts = (...accounts: Account[]): AppState => ({
  ...appState([monitoredConnection()], { c1: accounts }),
  settings,
});
const alice = one('alice');
const notifiedAt = (at: number, ...accounts: Account[]): Reminder =>
  accounts.map(({ key }) => ({ account: key, trouble: 'expired', notifiedAt: at }));

describe('a reminder', () => {
  it('comes a day after an account was found in trouble, and every day after that', () => {
    const first = remind([], withAccounts(alice), now);
    expect(first).toEqual({ reminder: notifiedAt(now, alice) });
    expect(remind(first.reminder, withAccounts(alice), now + day - 1)).toEqual(first);
    const second = remind(first.reminder, withAccounts(alice), now + day);
    expect(second).toMatchObject({
      reminder: notifiedAt(now + day, alice),
      notification: { remindsOf: 1, notices: [{ account: alice.key, trouble: 'expired' }] },
    });
    expect(reminderDueAt(second.reminder)).toBe(now + 2 * day);
  });

  it('counts an account only once if two connections list it', () => {
    const copy = { ...alice, key: 'c2/twitter#alice' };
    const second = monitoredConnection({ connection: { id: 'c2' } });
    const state = {
      ...appState([monitoredConnection(), second], { c1: [alice], c2: [copy] }),
      settings,
    };
    const { reminder, notification } = remind(notifiedAt(now - day, alice), state, now);
    expect(reminder).toEqual(notifiedAt(now, alice));
    expect(notification).toMatchObject({ remindsOf: 1 });
  });

  it('covers all accounts notified before, and names the first three', () => {
    const others = ['bob', 'carol', 'dave', 'eve'].map((id) => one(id));
    const before = [...notifiedAt(now - day, alice), ...notifiedAt(now - hour, ...others)];
    const { reminder, notification } = remind(before, withAccounts(alice, ...others), now);
    expect(notification).toMatchObject({ remindsOf: 5 });
    expect(notification?.notices).toHaveLength(3);
    expect(reminder).toEqual(notifiedAt(now, alice, ...others));
  });

  it('counts a flapping account once, whatever its state', () => {
    const flapping = (status: Account['status'], changes: Partial<Account> = {}) => {
      const lossesAt = [now - hour, now + day - hour, now + day - minute];
      const stored = { trouble: 'expired', lossesAt, silencedAt: now } as const;
      return withAccounts(one('alice', { status, flapping: stored, ...changes }));
    };
    for (const status of ['active', 'revoked', 'expired'] as const) {
      const { reminder, notification } = remind(
        notifiedAt(now, alice),
        flapping(status),
        now + day - 1,
      );
      expect(reminder.map((entry) => entry.notifiedAt)).toEqual([now]);
      expect(notification).toBeUndefined();
      expect(remind(reminder, flapping(status), now + day).notification).toMatchObject({
        remindsOf: 1,
        notices: [{ losses: 2 }],
      });
    }
    const muted = flapping('active', { mute: { until: 'always' } });
    expect(remind(notifiedAt(now, alice), muted, now + day).reminder).toEqual([]);
  });

  it('leaves out accounts just found in trouble, which are notified separately', () => {
    const { notification } = remind(
      notifiedAt(now - day, alice),
      withAccounts(alice, one('bob')),
      now,
    );
    expect(notification).toMatchObject({ remindsOf: 1, notices: [{ label: '@alice' }] });
  });

  it('first names accounts that will soon miss a post', () => {
    const bob = one('bob');
    const posts = { scheduled: [{ account: 'bob', times: [now + hour] }], unreadable: 0 };
    const state = withAccounts(alice, bob);
    const connections = state.connections.map((connection) => ({ ...connection, posts }));
    const { notification } = remind(
      notifiedAt(now - day, alice, bob),
      { ...state, connections },
      now,
    );
    expect(notification?.notices).toMatchObject([
      { label: '@bob', atRisk: { posts: 1, nextAt: now + hour } },
      { label: '@alice' },
    ]);
  });

  it('waits a full day again when an account’s trouble changes, which is notified separately', () => {
    const { reminder, notification } = remind(
      notifiedAt(now - day, alice),
      withAccounts({ ...alice, status: 'revoked' }),
      now,
    );
    expect(notification).toBeUndefined();
    expect(reminder).toEqual([{ account: alice.key, trouble: 'revoked', notifiedAt: now }]);
  });

  it.each<[string, AppState]>([
    ['reminders are turned off', { ...withAccounts(alice), settings: defaultSettings }],
    ['everything is connected again', withAccounts({ ...alice, status: 'active' })],
    ['all accounts are muted', withAccounts({ ...alice, mute: { until: 'always' } })],
    [
      'the connection is paused',
      {
        ...appState([monitoredConnection({ connection: { paused: true } })], { c1: [alice] }),
        settings,
      },
    ],
    ['no account is known', { ...appState([monitoredConnection()]), settings }],
  ])('does not come if %s, and nothing is stored for it', (_, state) => {
    expect(remind(notifiedAt(now - 2 * day, alice), state, now)).toEqual({ reminder: [] });
    expect(reminderDueAt([])).toBe(Number.POSITIVE_INFINITY);
  });

  it('comes a day later at the latest after the clock was set back', () => {
    const { reminder } = remind(notifiedAt(now + 30 * day, alice), withAccounts(alice), now);
    expect(reminderDueAt(reminder)).toBe(now + day);
  });

  it('has a new id each time, which marks it as a reminder', () => {
    const ids = [now, now + day].map(
      (at) => remind(notifiedAt(at - day, alice), withAccounts(alice), at).notification?.id ?? '',
    );
    expect(new Set(ids).size).toBe(2);
    expect(ids.every(isReminderId)).toBe(true);
  });

  it('leads to the account if it is about one, and nowhere if it is about several', () => {
    const opens = (...accounts: Account[]) => {
      const { notification } = remind(
        notifiedAt(now - day, ...accounts),
        withAccounts(...accounts),
        now,
      );
      return destinationOf(notification?.id ?? '');
    };
    expect(opens(alice)).toMatchObject({ account: alice.key });
    expect(opens(alice, one('bob'))).toEqual({ view: 'accounts' });
  });

  it('is read as it was stored', () => {
    const { reminder } = remind([], withAccounts(alice, one('bob')), now);
    expect(reminderSchema.parse(reminder)).toEqual(reminder);
  });
});

type Step =
  | { kind: 'pass'; minutes: number }
  | { kind: 'change'; id: string; status: Account['status'] };
const anyStep: fc.Arbitrary<Step> = fc.oneof(
  { weight: 4, arbitrary: fc.record({ kind: fc.constant('pass'), minutes: fc.nat(900) }) },
  fc.record({
    kind: fc.constant('change'),
    id: fc.constantFrom('alice', 'bob', 'carol'),
    status: fc.constantFrom('active', 'expired'),
  }),
);
/** Some of the intervals that can be chosen. */
const anyInterval = fc.constantFrom(15 * minute, hour, 6 * hour);

describe('while the browser runs', () => {
  it('reminders are at least a day apart, and no trouble stays unmentioned much longer than that', () => {
    const quietHours = { on: true, from: '22:00', to: '07:00' };
    fc.assert(
      fc.property(fc.array(anyStep, { maxLength: 40 }), anyInterval, (course, intervalMs) => {
        const accounts = new Map(['alice', 'bob', 'carol'].map((id) => [id, one(id)]));
        /** The time when an account got into trouble or was last in a reminder. */
        const silentSince = new Map([...accounts.keys()].map((id) => [id, now]));
        let reminder: Reminder = [];
        let time = now;
        const remindedAt: number[] = [];
        let longestSilence = 0;

        const run = () => {
          if (afterQuietHours(quietHours, time) > time) return;
          const state = withAccounts(...accounts.values());
          const next = remind(reminder, state, time);
          reminder = next.reminder;
          if (next.notification) {
            remindedAt.push(time);
            for (const id of accounts.keys()) silentSince.set(id, time);
          }
          for (const [id, { status }] of accounts) {
            if (status === 'active') silentSince.set(id, time);
            longestSilence = Math.max(longestSilence, time - (silentSince.get(id) ?? time));
          }
        };
        for (const step of course) {
          if (step.kind === 'change') accounts.set(step.id, one(step.id, { status: step.status }));
          const end = time + (step.kind === 'pass' ? step.minutes * minute : 0);
          for (run(); time < end; run()) time += intervalMs;
        }
        const gaps = remindedAt.slice(1).map((at, i) => at - (remindedAt[i] ?? 0));
        expect(Math.min(...gaps)).toBeGreaterThanOrEqual(day);
        expect(longestSilence).toBeLessThanOrEqual(day + 9 * hour + 2 * intervalMs);
      }),
    );
  });
});
