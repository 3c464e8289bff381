import { describe, expect, it } from 'vitest';
import type { Account } from '@/utils/accounts/account';
import type { Trouble } from '@/utils/accounts/trouble';
import { noticesOf, refusedNotice } from '@/utils/alerts/notice';
import { currentNotices, currentNotifications, isAbout } from '@/utils/alerts/still-current';
import type { AppState } from '@/utils/state/app-state';
import type { Notice, OutgoingNotification } from '@/utils/state/outbox-schema';
import { defaultSettings, type Settings } from '@/utils/state/settings';
import {
  account,
  appState,
  connection,
  event,
  minute,
  monitoredConnection,
  now,
} from '../builders';

type Condition = 'working' | Trouble;

/** The notices that wait after alice went through these conditions, a minute each. */
function waitingFor(...conditions: [Condition, Condition, ...Condition[]]): Notice[] {
  return conditions.slice(1).flatMap((to, i) => {
    const change = event({ id: `${i}`, at: now + i * minute, from: conditions[i] ?? 'absent', to });
    return noticesOf([change], [account()], { connection: connection() }, defaultSettings, now);
  });
}

const withAlice = (changes: Partial<Account>) =>
  appState([monitoredConnection()], { c1: [account(changes)] });
const expired = withAlice({ status: 'expired' });
const revoked = withAlice({ status: 'revoked' });
const well = withAlice({});

const told = (waiting: Notice[], state: AppState, when = now) =>
  currentNotices(waiting, state, when).map((notice) =>
    notice.kind === 'trouble' ? notice.trouble : notice.kind,
  );

describe('notices that waited', () => {
  it.each<[string, Notice[], AppState, string[]]>([
    ['a trouble that still holds', waitingFor('working', 'expired'), expired, ['expired']],
    ['a recovery that still holds', waitingFor('expired', 'working'), well, ['recovery']],
    [
      'the recovery of an account that will expire soon',
      waitingFor('expired', 'working'),
      withAlice({ scopes: ['tweet.write'] }),
      ['recovery'],
    ],
    [
      'only the last of several troubles',
      waitingFor('working', 'expired', 'unlisted', 'revoked'),
      revoked,
      ['revoked'],
    ],
    [
      'only the trouble, if it came back after the account had worked',
      waitingFor('expired', 'working', 'expired'),
      expired,
      ['expired'],
    ],
    [
      'the recovery from the second of two troubles',
      waitingFor('unlisted', 'expired', 'working'),
      well,
      ['recovery'],
    ],
    [
      'one recovery, if the account recovered twice',
      waitingFor('expired', 'working', 'expired', 'working'),
      well,
      ['recovery'],
    ],
  ])('include %s', (_, waiting, state, expected) => {
    expect(told(waiting, state)).toEqual(expected);
  });

  it.each<[string, Notice[], AppState]>([
    ['a trouble that came and went', waitingFor('working', 'expired', 'working'), well],
    [
      'several troubles that came and went',
      waitingFor('working', 'expired', 'revoked', 'working'),
      well,
    ],
    [
      'a trouble that is over, even if no notice of the recovery waits',
      waitingFor('working', 'expired'),
      well,
    ],
    [
      'a trouble that became another, even if no notice of that waits',
      waitingFor('working', 'expired'),
      revoked,
    ],
    ['the recovery of an account that does not work', waitingFor('expired', 'working'), expired],
    [
      'the trouble of an account that was muted since',
      waitingFor('working', 'expired'),
      withAlice({ status: 'expired', mute: { until: 'always' } }),
    ],
    [
      'the recovery of an account that was muted since',
      waitingFor('expired', 'working'),
      withAlice({ mute: { until: 'always' } }),
    ],
    [
      'the trouble of an account that is gone',
      waitingFor('working', 'expired'),
      appState([monitoredConnection()], { c1: [] }),
    ],
    [
      'a trouble at a connection that was paused since',
      waitingFor('working', 'expired'),
      appState([monitoredConnection({ connection: { paused: true } })], {
        c1: [account({ status: 'expired' })],
      }),
    ],
  ])('leave out %s', (_, waiting, state) => {
    expect(waiting.length).toBeGreaterThan(0);
    expect(told(waiting, state)).toEqual([]);
  });

  it('include a flapping account even while it works, but not once it settled', () => {
    const flapping = { trouble: 'expired' as const, lossesAt: [now - 1, now], silencedAt: now };
    const broken = account({ status: 'expired', flapping });
    const change = event({ at: now });
    const where = { connection: connection() };
    const waiting = noticesOf([change], [broken], where, defaultSettings, now);
    expect(told(waiting, withAlice({ flapping }))).toEqual(['expired']);
    expect(told(waiting, withAlice({ flapping, mute: { until: 'always' } }))).toEqual([]);
    expect(told(waiting, well)).toEqual([]);
  });

  it('leave out a kind that was turned off since', () => {
    const off = (kind: keyof Settings['notify']) => ({
      ...defaultSettings,
      notify: { ...defaultSettings.notify, [kind]: false },
    });
    const waiting = waitingFor('working', 'expired');
    expect(told(waiting, { ...expired, settings: off('trouble') })).toEqual([]);
    expect(told(waiting, { ...expired, settings: off('recovery') })).toEqual(['expired']);
  });

  it('stay in order', () => {
    const bob = account({ key: 'c1/twitter#2', id: '2', status: 'expired' });
    const waiting = [
      ...waitingFor('working', 'revoked'),
      ...noticesOf(
        [event({ id: 'bob', account: bob.key })],
        [bob],
        { connection: connection() },
        defaultSettings,
        now,
      ),
      ...waitingFor('revoked', 'expired').map((notice) => ({ ...notice, id: 'later' })),
    ];
    const state = appState([monitoredConnection()], { c1: [account({ status: 'expired' }), bob] });
    expect(currentNotices(waiting, state, now).map(({ id }) => id)).toEqual(['bob', 'later']);
  });
});

describe('an account that two connections list', () => {
  const second = monitoredConnection({ connection: { id: 'c2' } });
  const copy = account({ key: 'c2/twitter#1' });
  const seen = (own: Partial<Account>, other: Partial<Account>) =>
    appState([monitoredConnection(), second], {
      c1: [account(own)],
      c2: [{ ...copy, ...other }],
    });
  const later = { statusSince: now + minute };
  const recovery = noticesOf(
    [event({ id: 'back', account: copy.key, from: 'expired', to: 'working' })],
    [copy],
    { connection: connection({ id: 'c2' }) },
    defaultSettings,
    now,
  );
  const waiting = waitingFor('working', 'expired');

  it('is notified in the trouble one connection saw, until the other saw it end', () => {
    const own = { status: 'expired', statusSince: now } as const;
    expect(told(waiting, seen(own, {}))).toEqual(['expired']);
    expect(told(waiting, seen(own, later))).toEqual([]);
  });

  it('is not notified as working again if the notice of its trouble was still waiting', () => {
    const own = { status: 'expired', statusSince: now } as const;
    expect(told([...waiting, ...recovery], seen(own, later))).toEqual([]);
    expect(told(recovery, seen(own, later))).toEqual(['recovery']);
  });
});

describe('a rejected key', () => {
  const refused = (since: number) => refusedNotice(connection(), since);
  const state = (refusedSince: number) =>
    appState([monitoredConnection({ state: { refusedSince } })]);

  it('is notified only while it is rejected, and once', () => {
    expect(currentNotices([refused(now)], state(now), now)).toEqual([refused(now)]);
    expect(currentNotices([refused(now), refused(now + minute)], state(now), now)).toEqual([
      refused(now + minute),
    ]);
  });

  it('is notified for each connection separately', () => {
    const ids = ['c1', 'c2'];
    const waiting = ids.map((id) => refusedNotice(connection({ id }), now));
    const both = ids.map((id) =>
      monitoredConnection({ connection: { id }, state: { refusedSince: now } }),
    );
    expect(currentNotices(waiting, appState(both), now)).toEqual(waiting);
  });

  it('is not notified once it is accepted, paused or gone', () => {
    const paused = monitoredConnection({
      connection: { paused: true },
      state: { refusedSince: now },
    });
    for (const connections of [[monitoredConnection()], [paused], []]) {
      expect(currentNotices([refused(now)], appState(connections), now)).toEqual([]);
    }
  });
});

describe('a notification that the browser did not accept', () => {
  const [trouble] = waitingFor('working', 'expired');
  const refused = refusedNotice(connection({ id: 'c2' }), now);
  const summary: OutgoingNotification = {
    id: 'summary',
    notices: [...(trouble ? [trouble] : []), refused],
  };
  const state = (status: Account['status']) =>
    appState([monitoredConnection(), monitoredConnection({ connection: { id: 'c2' } })], {
      c1: [account({ status })],
    });

  it('is shown with the notices that are still true', () => {
    expect(currentNotifications([summary], state('expired'), now)).toEqual([
      { id: 'summary', notices: [trouble] },
    ]);
    expect(currentNotifications([summary], state('active'), now)).toEqual([]);
  });

  it('stays whole if it is a reminder of several accounts', () => {
    const reminder = { ...summary, remindsOf: 2 };
    expect(currentNotifications([reminder], state('expired'), now)).toEqual([reminder]);
    expect(currentNotifications([reminder], state('active'), now)).toEqual([]);
  });
});

it('a notice belongs to the connection of its account or key, and no other', () => {
  const [trouble] = waitingFor('working', 'expired');
  for (const notice of [trouble, refusedNotice(connection(), now)]) {
    expect(notice && isAbout(notice, ['c2', 'c1'])).toBe(true);
    expect(notice && isAbout(notice, ['c', 'c2'])).toBe(false);
  }
});
