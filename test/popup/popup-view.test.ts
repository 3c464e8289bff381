import { describe, expect, it } from 'vitest';
import { type Heading, popupView } from '@/utils/popup/popup-view';
import type { AppState } from '@/utils/state/app-state';
import type { TargetState } from '@/utils/state/target-state';
import {
  account,
  appState,
  checked,
  hour,
  minute,
  monitoredConnection,
  now,
  targetState,
} from '../builders';

const works = account();
const expired = account({ id: '2', key: 'c1/twitter#2', status: 'expired' });
const muted = account({ ...expired, mute: { until: 'works' } });
const neverAnswered = targetState({
  last: { at: now, tookMs: 1, error: { kind: 'timeout' } },
});
const nowRefused = targetState({
  listedAt: now - 1,
  last: { at: now, tookMs: 1, error: { kind: 'refused', status: 401 } },
});

function withTarget(target: TargetState): AppState {
  return appState([monitoredConnection({ targets: [target] })], { c1: [works] });
}

describe('the heading', () => {
  const paused = monitoredConnection({ connection: { id: 'c2', paused: true } });
  const cases: [string, AppState, Heading][] = [
    ['asks for a key if there is none', appState([]), { kind: 'no-key' }],
    [
      'counts the accounts that need attention',
      appState([monitoredConnection()], { c1: [works, expired] }),
      { kind: 'attention', count: 1 },
    ],
    [
      'counts the accounts that work if none needs attention',
      appState([monitoredConnection()], { c1: [works, muted] }),
      { kind: 'connected', count: 1 },
    ],
    [
      'says that all accounts are connected if each was seen and works',
      appState([monitoredConnection()], { c1: [works] }),
      { kind: 'well', count: 1 },
    ],
    [
      'says how many accounts are not checked if their data is old',
      withTarget(checked({ listedAt: now - hour })),
      { kind: 'not-checked', count: 1 },
    ],
    [
      'says how many accounts are not checked if the key is rejected, however fresh their data',
      withTarget(nowRefused),
      { kind: 'not-checked', count: 1 },
    ],
    [
      'says that the first check is under way',
      appState([monitoredConnection({ targets: [targetState()] })]),
      { kind: 'checking' },
    ],
    [
      'says that the accounts cannot be checked if there never was an answer',
      appState([monitoredConnection({ targets: [neverAnswered] })]),
      { kind: 'cannot-check' },
    ],
    [
      'says that the accounts cannot be checked if none were found and checks now fail',
      appState([monitoredConnection({ targets: [nowRefused] })]),
      { kind: 'cannot-check' },
    ],
    [
      'says that no account is connected',
      appState([monitoredConnection()], { c1: [] }),
      { kind: 'no-accounts' },
    ],
    [
      'says that every connection is paused, whatever is known about them',
      appState([paused, monitoredConnection({ connection: { paused: true } })], { c2: [expired] }),
      { kind: 'paused' },
    ],
    [
      'says that everything is muted',
      appState([monitoredConnection()], { c1: [muted] }),
      { kind: 'muted', count: 1 },
    ],
    [
      'counts the accounts of a paused connection as not checked',
      appState([monitoredConnection(), paused], { c1: [works], c2: [expired] }),
      { kind: 'not-checked', count: 1 },
    ],
  ];

  it.each(cases)('%s', (_, state, heading) => {
    expect(popupView(state, now).heading).toEqual(heading);
  });
});

describe('the counts', () => {
  it('cover connected and muted accounts and paused connections', () => {
    const paused = monitoredConnection({ connection: { id: 'c2', paused: true } });
    const state = appState([monitoredConnection(), paused], { c1: [works, expired, muted] });
    expect(popupView(state, now)).toMatchObject({ connected: 1, muted: 1, paused: 1 });
  });
});

describe('accounts not seen lately', () => {
  it('are counted separately, with the time when the last of them was seen', () => {
    const old = monitoredConnection({
      connection: { id: 'c2', service: 'synposter' },
      targets: [checked({ listedAt: now - 2 * hour }), checked({ listedAt: now - 3 * hour })],
    });
    const state = appState([monitoredConnection(), old], {
      c1: [works],
      'c2/p1': [works],
      'c2/p2': [works, works],
    });
    expect(popupView(state, now)).toMatchObject({
      connected: 1,
      notChecked: 3,
      notCheckedSince: now - 2 * hour,
    });
  });

  it('say when each was last seen', () => {
    const [row] = popupView(withTarget(checked({ listedAt: now - hour })), now).rows;
    expect(row).toMatchObject({ status: 'not-checked', isChecked: false, lastSeenAt: now - hour });
  });
});

describe('the age of the data', () => {
  it('is that of the oldest data of all connections', () => {
    const older = monitoredConnection({
      connection: { id: 'c2' },
      targets: [checked({ listedAt: now - 20 * minute })],
    });
    const state = appState([monitoredConnection(), older], { c1: [works], c2: [works] });
    const view = popupView(state, now);
    expect(view.checkedAt).toBe(now - 20 * minute);
    expect(view.isStale).toBe(false);
  });

  it('is old after three intervals', () => {
    expect(popupView(withTarget(checked({ listedAt: now - hour })), now).isStale).toBe(true);
  });

  it('is unknown before the first answer', () => {
    expect(popupView(withTarget(targetState()), now)).not.toHaveProperty('checkedAt');
  });
});

describe('an alert', () => {
  const error = { kind: 'server' as const, status: 500 };

  it('says what is wrong with a connection, and how old its data is', () => {
    const view = popupView(withTarget(checked({ last: { at: now, tookMs: 1, error } })), now);
    expect(view.alerts).toEqual([
      {
        connectionId: 'c1',
        label: 'Agency',
        service: 'schedpilot',
        trouble: { kind: 'problem', problem: error, dataAt: now - 10 * minute },
      },
    ]);
    expect(view.isStale).toBe(true);
  });

  it('has no age before the first answer', () => {
    const [alert] = popupView(withTarget(neverAnswered), now).alerts;
    expect(alert?.trouble).toEqual({ kind: 'problem', problem: { kind: 'timeout' } });
  });

  it('does not exist if all is well', () => {
    expect(popupView(withTarget(checked()), now)).toMatchObject({ alerts: [], isStale: false });
  });
});
