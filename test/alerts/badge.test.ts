import { describe, expect, it } from 'vitest';
import { type Badge, badgeOf, badgeText } from '@/utils/alerts/badge';
import type { Watched } from '@/utils/monitor/watched';
import {
  account,
  checked,
  minute,
  now,
  targetState,
  watched,
  watchedConnection,
} from '../builders';

const expired = account({ key: 'c1/twitter#2', status: 'expired' });
const refused = checked({
  last: { at: now, tookMs: 1, error: { kind: 'refused', status: 401 } },
});

describe('badgeOf', () => {
  const cases: [string, Watched, Badge][] = [
    ['is empty without connections', watched([]), { kind: 'empty' }],
    [
      'is empty where all connections are paused',
      watched([watchedConnection({ connection: { paused: true } })], { c1: [expired] }),
      { kind: 'empty' },
    ],
    [
      'counts the accounts that need attention',
      watched([watchedConnection()], { c1: [account(), expired, account({ status: 'unknown' })] }),
      { kind: 'attention', count: 2 },
    ],
    [
      'does not count what is muted',
      watched([watchedConnection()], {
        c1: [account(), { ...expired, mute: { until: 'always' } }],
      }),
      { kind: 'well', count: 1 },
    ],
    [
      'does not count the accounts of a paused connection',
      watched(
        [
          watchedConnection(),
          watchedConnection({ connection: { id: 'c2', paused: true }, targets: [refused] }),
        ],
        { c1: [account()], c2: [expired] },
      ),
      { kind: 'well', count: 1 },
    ],
    [
      'says that it is well with no account yet',
      watched([watchedConnection()]),
      { kind: 'well', count: 0 },
    ],
    [
      'says that nothing can be saved before it says that checks fail',
      {
        ...watched([watchedConnection({ targets: [refused] })], { c1: [account()] }),
        storageProblem: 'cannot-save',
      },
      { kind: 'storage-problem', problem: 'cannot-save' },
    ],
    [
      'counts the accounts that need attention before it says that nothing can be saved',
      { ...watched([watchedConnection()], { c1: [expired] }), storageProblem: 'cannot-save' },
      { kind: 'attention', count: 1 },
    ],
    [
      'says that something could not be read, even where that was the connections',
      { ...watched([]), storageProblem: 'set-aside' },
      { kind: 'storage-problem', problem: 'set-aside' },
    ],
    [
      'says that checks fail where the key is refused',
      watched([watchedConnection({ targets: [refused] })], { c1: [account()] }),
      { kind: 'cannot-check' },
    ],
    [
      'says that checks fail where only one of two keys is refused',
      watched(
        [watchedConnection(), watchedConnection({ connection: { id: 'c2' }, targets: [refused] })],
        { c1: [account()] },
      ),
      { kind: 'cannot-check' },
    ],
    [
      'says that checks fail where the browser does not allow them',
      watched([
        watchedConnection({
          targets: [checked({ last: { at: now, tookMs: 1, error: { kind: 'no-permission' } } })],
        }),
      ]),
      { kind: 'cannot-check' },
    ],
    [
      'says that checks fail where the key has to be entered again',
      watched([
        watchedConnection({
          targets: [checked({ last: { at: now, tookMs: 1, error: { kind: 'no-key' } } })],
        }),
      ]),
      { kind: 'cannot-check' },
    ],
    [
      'says that checks fail where data is old, whatever the reason',
      watched([watchedConnection({ targets: [checked({ goodAt: now - 45 * minute - 1 })] })]),
      { kind: 'cannot-check' },
    ],
    [
      'says nothing of data that is three intervals old',
      watched([watchedConnection({ targets: [checked({ goodAt: now - 45 * minute })] })]),
      { kind: 'well', count: 0 },
    ],
    [
      'says nothing of a check that failed once',
      watched([
        watchedConnection({
          targets: [checked({ last: { at: now, tookMs: 1, error: { kind: 'timeout' } } })],
        }),
      ]),
      { kind: 'well', count: 0 },
    ],
    [
      'says nothing of a connection that has just been added',
      watched([watchedConnection({ connection: { addedAt: now }, targets: [targetState()] })]),
      { kind: 'well', count: 0 },
    ],
    [
      'puts accounts in trouble before checks that fail',
      watched([watchedConnection({ targets: [refused] })], { c1: [expired] }),
      { kind: 'attention', count: 1 },
    ],
  ];

  it.each(cases)('%s', (_, state, badge) => {
    expect(badgeOf(state, now)).toEqual(badge);
  });

  it('counts the accounts of every profile', () => {
    const connection = watchedConnection({
      connection: { service: 'synposter' },
      targets: [checked(), checked()],
    });
    const state = watched([connection], { 'c1/p1': [expired], 'c1/p2': [expired, account()] });
    expect(badgeOf(state, now)).toEqual({ kind: 'attention', count: 2 });
  });
});

describe('badgeText', () => {
  it.each<[Badge, string]>([
    [{ kind: 'attention', count: 1 }, '1'],
    [{ kind: 'attention', count: 99 }, '99'],
    [{ kind: 'attention', count: 100 }, '99+'],
    [{ kind: 'cannot-check' }, '!'],
    [{ kind: 'storage-problem', problem: 'cannot-save' }, '!'],
    [{ kind: 'well', count: 12 }, ''],
    [{ kind: 'empty' }, ''],
  ])('for %o is "%s"', (badge, text) => {
    expect(badgeText(badge)).toBe(text);
  });
});
