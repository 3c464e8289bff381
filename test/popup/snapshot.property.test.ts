import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Account } from '@/utils/accounts/account';
import { connectedByClient } from '@/utils/popup/client-groups';
import { type PopupView, popupView } from '@/utils/popup/popup-view';
import { snapshotOf } from '@/utils/popup/snapshot';
import { serviceIds } from '@/utils/services/registry';
import type { AppState, MonitoredConnection } from '@/utils/state/app-state';
import type { TargetState } from '@/utils/state/target-state';
import { listNames, listOf } from '@/utils/view/account/account-list';
import { hasNote } from '@/utils/view/account/account-note';
import type { AccountRow } from '@/utils/view/account/account-row';
import {
  account,
  appState,
  day,
  hour,
  minute,
  monitoredConnection,
  now,
  targetState,
} from '../builders';

const anyTime = fc.integer({ min: now - 2 * day, max: now + 2 * day });
const anyError = fc.constantFrom({ kind: 'refused' }, { kind: 'timeout' }, {
  kind: 'offline',
} as const);
const someMute = anyTime.map((at) => ({ until: 'time' as const, at }));

const anyAccount: fc.Arbitrary<Partial<Account>> = fc.record(
  {
    status: fc.constantFrom('active', 'expired', 'revoked', 'unlisted', 'unknown'),
    platform: fc.constantFrom('twitter', 'facebook', 'myspace'),
    handle: fc.constantFrom('ada', 'bert', 'carla'),
    mute: fc.oneof(someMute, fc.constant({ until: 'works' as const })),
    failedPosts: fc.constant(2),
  },
  { requiredKeys: ['status', 'platform', 'handle'] },
);

const anyTarget: fc.Arbitrary<Partial<TargetState>> = fc.record(
  {
    nextCheckAt: anyTime,
    listedAt: anyTime,
    last: fc.record(
      { at: anyTime, tookMs: fc.constant(1), error: anyError },
      { requiredKeys: ['at', 'tookMs'] },
    ),
  },
  { requiredKeys: ['nextCheckAt'] },
) as fc.Arbitrary<Partial<TargetState>>;

const anyConnection = fc.record({
  service: fc.constantFrom(...serviceIds),
  paused: fc.boolean(),
  state: fc.record(
    {
      askedAt: anyTime,
      refusedSince: anyTime,
      blocked: fc.record({
        by: fc.constantFrom('refusal', 'rate-limit'),
        since: anyTime,
        until: anyTime,
      }),
      reads: fc.record({ hour: fc.constant(Math.floor(now / hour)), used: fc.constantFrom(3, 20) }),
    },
    { requiredKeys: [] },
  ),
  targets: fc.array(fc.tuple(anyTarget, fc.array(anyAccount, { maxLength: 9 })), { maxLength: 3 }),
  postsAt: fc.option(anyTime),
});

const anyState = fc
  .tuple(fc.array(anyConnection, { maxLength: 3 }), fc.boolean())
  .map(([sketches, groupByClient]): AppState => {
    const accounts: Record<string, Account[]> = {};
    const connections = sketches.map(({ service, paused, state, targets, postsAt }, place) => {
      const id = `c${place}`;
      const made = monitoredConnection({
        connection: { id, service, paused },
        state,
        targets: targets.map(([target]) => targetState(target)),
      });
      made.targets.forEach((target, i) => {
        accounts[target.id] = (targets[i]?.[1] ?? []).map((changes, n) =>
          account({ ...changes, id: `${i}-${n}`, key: `${target.id}/x:${n}` }),
        );
      });
      const scheduled = Object.values(accounts)
        .flat()
        .map((each) => ({ account: each.id, times: postsAt === null ? [] : [postsAt] }));
      return { ...made, posts: { scheduled, unreadable: 0 } } satisfies MonitoredConnection;
    });
    const state = appState(connections, accounts);
    return { ...state, settings: { ...state.settings, groupByClient } };
  });

/** As the popup shows it: a check that is overdue is one that comes now. */
function shown(view: PopupView, at: number) {
  const { nextCheckAt, rows, rowsToLoad, groups, ...rest } = view;
  return { ...rest, nextCheckAt: nextCheckAt && Math.max(nextCheckAt, at) };
}

/** The first rows show no past. */
function withoutPast({ gaps: _gaps, ...row }: AccountRow) {
  return row;
}

it('a snapshot matches the whole view at any time until it expires', () => {
  fc.assert(
    fc.property(anyState, fc.double({ min: 0, max: 1, noNaN: true }), (state, share) => {
      const snapshot = snapshotOf(state, now);
      expect(snapshot.holdsUntil).toBeGreaterThan(now);
      // As Chrome stores it.
      expect(JSON.parse(JSON.stringify(snapshot))).toEqual(snapshot);
      const end = Math.min(snapshot.holdsUntil, now + 9 * day);
      const at = Math.min(end - 1, Math.round(now + (end - now) * share));
      const whole = popupView(state, at);
      expect(shown(snapshot.view, at)).toEqual(shown(whole, at));

      const nothing = { rows: 0, withNote: 0, groups: 0 };
      const { view } = snapshot;
      const groups = connectedByClient(whole.rows);
      for (const list of listNames) {
        if (list === 'connected' && view.groupByClient) {
          const open = groups.filter(({ startsOpen }) => startsOpen).flatMap(({ rows }) => rows);
          const first = view.groups?.flatMap(({ rows }) => rows) ?? [];
          const summaries = view.groups?.map(({ rows, ...summary }) => summary);
          const expected = groups.map(({ rows, ...summary }) => summary);
          expect(first.map(withoutPast)).toEqual(open.slice(0, first.length).map(withoutPast));
          expect(summaries).toEqual(expected.slice(0, summaries?.length));
          expect(view.rowsToLoad?.connected ?? nothing).toEqual({
            rows: open.length - first.length,
            withNote: open.slice(first.length).filter(hasNote).length,
            groups: groups.length - (summaries?.length ?? 0),
          });
          continue;
        }
        const all = whole.rows.filter((row) => listOf(row) === list);
        const first = view.rows.filter((row) => listOf(row) === list);
        const later = all.slice(first.length);
        expect(first.map(withoutPast)).toEqual(all.slice(0, first.length).map(withoutPast));
        expect(view.rowsToLoad?.[list] ?? nothing).toEqual({
          rows: later.length,
          withNote: later.filter(hasNote).length,
          groups: 0,
        });
      }
    }),
    { numRuns: 500 },
  );
});

it('a snapshot is the whole view while nothing is under way', () => {
  const rest = appState(
    [
      monitoredConnection({
        targets: [targetState({ last: { at: now - minute, tookMs: 1 }, listedAt: now - minute })],
      }),
    ],
    { c1: [account()] },
  );
  expect(snapshotOf(rest, now).view).toEqual(popupView(rest, now));
});

it('a snapshot expires when data becomes stale, also data that is exactly as old as it may be', () => {
  const listedAt = now - 45 * minute;
  const state = appState([monitoredConnection({ targets: [targetState({ listedAt })] })]);
  expect(snapshotOf(state, now).view.isStale).toBe(false);
  expect(snapshotOf(state, now).holdsUntil).toBe(now + 1);
  expect(popupView(state, now + 1).isStale).toBe(true);
});
