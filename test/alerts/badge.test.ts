import { describe, expect, it } from 'vitest';
import { type Badge, badgeOf, badgeText } from '@/utils/alerts/badge';
import type { AppState } from '@/utils/state/app-state';
import {
  account,
  appState,
  checked,
  minute,
  monitoredConnection,
  now,
  targetState,
} from '../builders';

const expired = account({ key: 'c1/twitter#2', status: 'expired' });
const refused = checked({
  last: { at: now, tookMs: 1, error: { kind: 'refused', status: 401 } },
});

describe('badgeOf', () => {
  const cases: [string, AppState, Badge][] = [
    ['is empty without connections', appState([]), { kind: 'empty' }],
    [
      'raises no alarm over accounts of paused connections',
      appState([monitoredConnection({ connection: { paused: true } })], { c1: [expired] }),
      { kind: 'not-checked', connected: 0, notChecked: 1, isAlarm: false },
    ],
    [
      'counts the accounts that need attention',
      appState([monitoredConnection()], {
        c1: [account(), expired, account({ status: 'unknown' })],
      }),
      { kind: 'attention', count: 2, notChecked: 0 },
    ],
    [
      'does not count muted accounts',
      appState([monitoredConnection()], {
        c1: [account(), { ...expired, mute: { until: 'always' } }],
      }),
      { kind: 'well', count: 1, isAll: false },
    ],
    [
      'says that all accounts are connected only if each was seen and works',
      appState([monitoredConnection()], { c1: [account(), account({ id: '2' })] }),
      { kind: 'well', count: 2, isAll: true },
    ],
    [
      'counts the accounts of a paused connection as not checked',
      appState(
        [
          monitoredConnection(),
          monitoredConnection({ connection: { id: 'c2', paused: true }, targets: [refused] }),
        ],
        { c1: [account()], c2: [{ ...expired, id: '2' }] },
      ),
      { kind: 'not-checked', connected: 1, notChecked: 1, isAlarm: false },
    ],
    ['is empty before the first account', appState([monitoredConnection()]), { kind: 'empty' }],
    [
      'puts a failure to save before failing checks',
      {
        ...appState([monitoredConnection({ targets: [refused] })], { c1: [account()] }),
        storageProblem: 'cannot-save',
      },
      { kind: 'storage-problem', problem: 'cannot-save' },
    ],
    [
      'puts accounts that need attention before a failure to save',
      { ...appState([monitoredConnection()], { c1: [expired] }), storageProblem: 'cannot-save' },
      { kind: 'attention', count: 1, notChecked: 0 },
    ],
    [
      'says that something could not be read, even if that was the list of connections',
      { ...appState([]), storageProblem: 'set-aside' },
      { kind: 'storage-problem', problem: 'set-aside' },
    ],
    [
      'says that accounts are not checked if the key is rejected',
      appState([monitoredConnection({ targets: [refused] })], { c1: [account()] }),
      { kind: 'not-checked', connected: 0, notChecked: 1, isAlarm: true },
    ],
    [
      'says that accounts are not checked while their disappearance is doubted',
      appState([monitoredConnection()], {
        c1: [
          account(),
          account({ id: '2', missingSince: now, lostTogether: { listings: 1, at: now } }),
        ],
      }),
      { kind: 'not-checked', connected: 1, notChecked: 1, isAlarm: true },
    ],
    [
      'raises no alarm over a doubted list of a paused connection',
      appState([monitoredConnection({ connection: { paused: true } })], {
        c1: [account({ missingSince: now, lostTogether: { listings: 1, at: now } })],
      }),
      { kind: 'not-checked', connected: 0, notChecked: 1, isAlarm: false },
    ],
    [
      'still counts an account in trouble when it was not seen lately',
      appState([monitoredConnection({ targets: [checked({ listedAt: now - 46 * minute })] })], {
        c1: [account(), expired],
      }),
      { kind: 'attention', count: 1, notChecked: 1 },
    ],
    [
      'says that checks fail even if only one of two keys is rejected',
      appState(
        [
          monitoredConnection(),
          monitoredConnection({ connection: { id: 'c2' }, targets: [refused] }),
        ],
        { c1: [account()] },
      ),
      { kind: 'cannot-check' },
    ],
    [
      'says that checks fail if the browser does not allow them',
      appState([
        monitoredConnection({
          targets: [checked({ last: { at: now, tookMs: 1, error: { kind: 'no-permission' } } })],
        }),
      ]),
      { kind: 'cannot-check' },
    ],
    [
      'says that checks fail if the key has to be entered again',
      appState([
        monitoredConnection({
          targets: [checked({ last: { at: now, tookMs: 1, error: { kind: 'no-key' } } })],
        }),
      ]),
      { kind: 'cannot-check' },
    ],
    [
      'says that checks fail if data is old, whatever the reason',
      appState([monitoredConnection({ targets: [checked({ listedAt: now - 45 * minute - 1 })] })]),
      { kind: 'cannot-check' },
    ],
    [
      'says nothing about data that is three intervals old',
      appState([monitoredConnection({ targets: [checked({ listedAt: now - 45 * minute })] })], {
        c1: [account()],
      }),
      { kind: 'well', count: 1, isAll: true },
    ],
    [
      'says nothing about a check that failed once',
      appState([
        monitoredConnection({
          targets: [checked({ last: { at: now, tookMs: 1, error: { kind: 'timeout' } } })],
        }),
      ]),
      { kind: 'empty' },
    ],
    [
      'says nothing about a connection that has just been added',
      appState([monitoredConnection({ connection: { addedAt: now }, targets: [targetState()] })]),
      { kind: 'empty' },
    ],
    [
      'puts accounts in trouble before checks that fail',
      appState([monitoredConnection({ targets: [refused] })], { c1: [expired] }),
      { kind: 'attention', count: 1, notChecked: 0 },
    ],
  ];

  it.each(cases)('%s', (_, state, badge) => {
    expect(badgeOf(state, now)).toEqual(badge);
  });

  it('counts the accounts of every profile', () => {
    const connection = monitoredConnection({
      connection: { service: 'synposter' },
      targets: [checked(), checked()],
    });
    const state = appState([connection], { 'c1/p1': [expired], 'c1/p2': [expired, account()] });
    expect(badgeOf(state, now)).toEqual({ kind: 'attention', count: 2, notChecked: 0 });
  });
});

describe('badgeText', () => {
  it.each<[Badge, string]>([
    [{ kind: 'attention', count: 1, notChecked: 0 }, '1'],
    [{ kind: 'attention', count: 99, notChecked: 0 }, '99'],
    [{ kind: 'attention', count: 100, notChecked: 0 }, '99+'],
    [{ kind: 'cannot-check' }, '!'],
    [{ kind: 'storage-problem', problem: 'cannot-save' }, '!'],
    [{ kind: 'not-checked', connected: 1, notChecked: 1, isAlarm: true }, '!'],
    [{ kind: 'not-checked', connected: 1, notChecked: 1, isAlarm: false }, ''],
    [{ kind: 'well', count: 12, isAll: true }, ''],
    [{ kind: 'empty' }, ''],
  ])('for %o is "%s"', (badge, text) => {
    expect(badgeText(badge)).toBe(text);
  });
});
