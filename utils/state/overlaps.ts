import type { Account } from '../accounts/account';
import { conditionOf } from '../accounts/attention';
import type { AccountEvent } from '../accounts/history/event';
import { identityInTarget } from '../accounts/identity';
import {
  type AppState,
  activeConnections,
  dataLifetimeMs,
  type MonitoredConnection,
  needsPersonToCheck,
} from './app-state';

/*
 * Two keys of a service may list the same account, so several records of it are stored. One of them,
 * the primary, is shown, counted and notified; the others are hidden as duplicates.
 *
 * The condition that changed last wins, whichever connection saw it, so the screen agrees with the
 * notification at once. Among the records in that condition, the oldest connection's is the primary.
 */

/** One of several records of an account, and where it comes from. */
interface Copy {
  account: Account;
  monitored: MonitoredConnection;
  /** When its target was last listed, in ms since the epoch. */
  seenAt: number;
}

type Copies = readonly [Copy, ...Copy[]];

/** The state without duplicates. Returns its argument if no two connections share an account. */
export const eachAccountOnce = memoizeByState((appState): AppState => {
  const duplicates = duplicateAccounts(appState);
  if (duplicates.size === 0) return appState;
  const once = [...appState.accounts].map(([target, accounts]) => {
    const left = accounts.filter(({ key }) => !duplicates.has(key));
    return [target, left.length < accounts.length ? left : accounts] as const;
  });
  return { ...appState, accounts: new Map(once) };
});

/** Maps the key of each duplicate to the primary record. */
export const duplicateAccounts = memoizeByState((appState): ReadonlyMap<string, Account> => {
  const duplicates = new Map<string, Account>();
  const shared = sharedAccounts(appState);
  if (shared.length === 0) return duplicates;
  const limit = dataLifetimeMs(appState.settings);
  const halted = new Set(activeConnections(appState).filter(needsPersonToCheck));
  for (const copies of shared) {
    const primary = primaryCopy(copies, limit, halted);
    for (const { account } of copies) if (account !== primary) duplicates.set(account.key, primary);
  }
  return duplicates;
});

/** By connection id: how many of its accounts each other connection lists too. */
export const overlapsOf = memoizeByState((appState) => {
  const overlaps = new Map<string, Map<string, number>>();
  for (const copies of sharedAccounts(appState)) {
    for (const { monitored: one } of copies) {
      for (const { monitored: other } of copies) {
        if (one === other || one.connection.paused || other.connection.paused) continue;
        const counts = overlaps.get(one.connection.id) ?? new Map<string, number>();
        counts.set(other.connection.id, (counts.get(other.connection.id) ?? 0) + 1);
        overlaps.set(one.connection.id, counts);
      }
    }
  }
  return overlaps;
});

/** The history with each change once, under the primary record's key. */
export function eachEventOnce(
  history: readonly AccountEvent[],
  duplicates: ReadonlyMap<string, Account>,
): readonly AccountEvent[] {
  if (duplicates.size === 0) return history;
  const last = new Map<string, AccountEvent>();
  return history.flatMap((event) => {
    const account = duplicates.get(event.account)?.key ?? event.account;
    const before = last.get(account);
    last.set(account, event);
    const isKnown = before?.to === event.to && before.account !== event.account;
    return isKnown ? [] : account === event.account ? event : { ...event, account };
  });
}

/**
 * The events of a check that no other connection has recorded yet.
 *
 * @param before the target's accounts before the check
 * @param after the same, after the check
 * @param elsewhere the accounts that other active connections list for the same profile
 */
export function eventsNotSeenElsewhere(
  events: readonly AccountEvent[],
  before: readonly Account[],
  after: readonly Account[],
  elsewhere: readonly Account[],
): readonly AccountEvent[] {
  if (events.length === 0 || elsewhere.length === 0) return events;
  const own = new Map(before.map((account) => [account.key, account]));
  const now = new Map(after.map((account) => [account.key, account]));
  const others = Map.groupBy(elsewhere, identityInTarget);
  return events.filter(({ account, to }) => {
    const was = own.get(account);
    const is = was ?? now.get(account);
    const copies = (is && others.get(identityInTarget(is))) ?? [];
    const last = lastOf(was ? [was, ...copies] : copies, changedAt);
    return last === undefined || conditionOf(last) !== to;
  });
}

/** Badge, reminder and pages call these functions with the same state, pages once a minute. */
function memoizeByState<T>(find: (appState: AppState) => T): (appState: AppState) => T {
  const known = new WeakMap<AppState, { found: T }>();
  return (appState) => {
    const { found } = known.get(appState) ?? { found: find(appState) };
    known.set(appState, { found });
    return found;
  };
}

/** The accounts that several connections list, paused or not, in the order those were added. */
function sharedAccounts({ connections, accounts }: AppState): Copies[] {
  const lists = connections.flatMap((monitored) =>
    monitored.targets.map((target) => ({ monitored, target })),
  );
  // The same thing is a whole SchedPilot key's accounts, or one profile.
  const bySubject = Map.groupBy(
    lists,
    ({ monitored, target }) => `${monitored.connection.service} ${target.target.profileId}`,
  );
  return [...bySubject.values()]
    .filter(({ length }) => length > 1)
    .flatMap((shared) => {
      const copies = new Map<string, [Copy, ...Copy[]]>();
      for (const { monitored, target } of shared) {
        for (const account of accounts.get(target.id) ?? []) {
          const identity = identityInTarget(account);
          const copy = { account, monitored, seenAt: target.state.listedAt ?? 0 };
          const known = copies.get(identity);
          if (known === undefined) copies.set(identity, [copy]);
          // One connection may hold two records of an account; only the first counts.
          else if (known.at(-1)?.monitored !== monitored) known.push(copy);
        }
      }
      return [...copies.values()].filter(({ length }) => length > 1);
    });
}

/**
 * Picks the primary record. Of the records in the condition that changed last, it is the one from
 * the oldest connection that can still be checked.
 *
 * @param limit how far (ms) a record may lag behind the most recently listed one
 */
function primaryCopy(
  copies: Copies,
  limit: number,
  halted: ReadonlySet<MonitoredConnection>,
): Account {
  const active = copies.filter(({ monitored }) => !monitored.connection.paused);
  const candidates = active.length > 0 ? active : copies;
  const seenAt = Math.max(...candidates.map((copy) => copy.seenAt));
  const fresh = candidates.filter((copy) => seenAt - copy.seenAt <= limit);
  const last = lastOf(
    fresh.map(({ account }) => account),
    knownSince,
  );
  const like = fresh.filter(({ account }) => last && conditionOf(account) === conditionOf(last));
  const counted = like.find((copy) => !halted.has(copy.monitored)) ?? like[0] ?? copies[0];
  return counted.account;
}

/** The account that changed last, of several the first. */
function lastOf(
  accounts: readonly Account[],
  since: (account: Account) => number,
): Account | undefined {
  return accounts.toSorted((a, b) => since(b) - since(a))[0];
}

/** When a connection saw an account change (ms). A first listing is no change. */
function changedAt({ statusSince, firstSeenAt }: Account): number {
  return statusSince > firstSeenAt ? statusSince : -1;
}

/** Like `changedAt`, but trouble found by a first listing dates from that listing. */
function knownSince(account: Account): number {
  return conditionOf(account) === 'working' ? changedAt(account) : account.statusSince;
}
