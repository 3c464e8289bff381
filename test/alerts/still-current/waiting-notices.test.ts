import { describe, expect, it } from 'vitest';
import { noticesOf } from '@/utils/alerts/notice';
import { currentNotices } from '@/utils/alerts/still-current';
import type { AppState } from '@/utils/state/app-state';
import type { Notice } from '@/utils/state/outbox-schema';
import { defaultSettings, type Settings } from '@/utils/state/settings';
import { account, appState, connection, event, monitoredConnection, now } from '../../builders';
import { currentKinds, waitingFor, withAlice } from './alice';

const expired = withAlice({ status: 'expired' });
const revoked = withAlice({ status: 'revoked' });
const working = withAlice({});

describe('notices that waited', () => {
  it.each<[string, Notice[], AppState, string[]]>([
    ['a trouble that still holds', waitingFor('working', 'expired'), expired, ['expired']],
    ['a recovery that still holds', waitingFor('expired', 'working'), working, ['recovery']],
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
      working,
      ['recovery'],
    ],
    [
      'one recovery, if the account recovered twice',
      waitingFor('expired', 'working', 'expired', 'working'),
      working,
      ['recovery'],
    ],
  ])('include %s', (_, waiting, state, expected) => {
    expect(currentKinds(waiting, state)).toEqual(expected);
  });

  it.each<[string, Notice[], AppState]>([
    ['a trouble that came and went', waitingFor('working', 'expired', 'working'), working],
    [
      'several troubles that came and went',
      waitingFor('working', 'expired', 'revoked', 'working'),
      working,
    ],
    [
      'a trouble that is over, even if no notice of the recovery waits',
      waitingFor('working', 'expired'),
      working,
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
    expect(currentKinds(waiting, state)).toEqual([]);
  });

  it('include a flapping account even while it works, but not once it settled', () => {
    const flapping = { trouble: 'expired' as const, lossesAt: [now - 1, now], silencedAt: now };
    const broken = account({ status: 'expired', flapping });
    const change = event({ at: now });
    const where = { connection: connection() };
    const waiting = noticesOf([change], [broken], where, defaultSettings, now);
    expect(currentKinds(waiting, withAlice({ flapping }))).toEqual(['expired']);
    expect(currentKinds(waiting, withAlice({ flapping, mute: { until: 'always' } }))).toEqual([]);
    expect(currentKinds(waiting, working)).toEqual([]);
  });

  it('leave out a kind that was turned off since', () => {
    const off = (kind: keyof Settings['notify']) => ({
      ...defaultSettings,
      notify: { ...defaultSettings.notify, [kind]: false },
    });
    const waiting = waitingFor('working', 'expired');
    expect(currentKinds(waiting, { ...expired, settings: off('trouble') })).toEqual([]);
    expect(currentKinds(waiting, { ...expired, settings: off('recovery') })).toEqual(['expired']);
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
