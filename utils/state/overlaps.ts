import type { Account } from '../accounts/account';
import { conditionOf } from '../accounts/attention';
import type { AccountEvent } from '../accounts/history/event';
import { identityInPlace } from '../accounts/identity';
import {
  type AppState,
  activeConnections,
  dataLifetimeMs,
  type MonitoredConnection,
  needsPersonToCheck,
} from './app-state';

/*
 * Two keys of a service may list the same accounts. Each account is counted and told once: it stands
 * as the connection says that saw it change last, in the list of the first connection that agrees.
 *
 * The last change decides, and not always the same connection. So a change is shown as soon as it is
 * told, whichever connection saw it, and is not reverted until the others have looked as well.
 */

/** One of several records of an account, and where it comes from. */
interface Copy {
  account: Account;
  monitored: MonitoredConnection;
  /** When its target was last listed, in ms since the epoch. */
  seenAt: number;
}

type Copies = readonly [Copy, ...Copy[]];

/**
 * What is watched, with each account in the list of one connection alone. The very object that was
 * passed in where no two connections list the same account.
 */
export const eachAccountOnce = onceForEach((appState): AppState => {
  const duplicates = duplicateAccounts(appState);
  if (duplicates.size === 0) return appState;
  const once = [...appState.accounts].map(([target, accounts]) => {
    const left = accounts.filter(({ key }) => !duplicates.has(key));
    return [target, left.length < accounts.length ? left : accounts] as const;
  });
  return { ...appState, accounts: new Map(once) };
});

/** By the keys of records that do not speak for their account: the one that does. */
export const duplicateAccounts = onceForEach((monitored): ReadonlyMap<string, Account> => {
  const duplicates = new Map<string, Account>();
  const shared = sharedAccounts(monitored);
  if (shared.length === 0) return duplicates;
  const limit = dataLifetimeMs(monitored.settings);
  const halted = new Set(activeConnections(monitored).filter(needsPersonToCheck));
  for (const copies of shared) {
    const counted = countedCopyOf(copies, limit, halted);
    for (const { account } of copies) if (account !== counted) duplicates.set(account.key, counted);
  }
  return duplicates;
});

/** By connection: how many of its accounts each other connection lists as well. */
export const overlapsOf = onceForEach((monitored) => {
  const overlaps = new Map<string, Map<string, number>>();
  for (const copies of sharedAccounts(monitored)) {
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

/** The history with what several connections saw of an account told once, as its speaker's own. */
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
 * Of the events of a check, those that no other connection has seen before.
 *
 * @param before the target's accounts before the check
 * @param after and after it
 * @param elsewhere what other active connections know of the same place
 */
export function newsAmong(
  events: readonly AccountEvent[],
  before: readonly Account[],
  after: readonly Account[],
  elsewhere: readonly Account[],
): readonly AccountEvent[] {
  if (events.length === 0 || elsewhere.length === 0) return events;
  const own = new Map(before.map((account) => [account.key, account]));
  const now = new Map(after.map((account) => [account.key, account]));
  const others = Map.groupBy(elsewhere, identityInPlace);
  return events.filter(({ account, to }) => {
    const was = own.get(account);
    const is = was ?? now.get(account);
    const copies = (is && others.get(identityInPlace(is))) ?? [];
    const last = lastOf(was ? [was, ...copies] : copies, changedAt);
    return last === undefined || conditionOf(last) !== to;
  });
}

/** Badge, reminder and pages ask of one state after one another, and pages with each minute. */
function onceForEach<T>(find: (appState: AppState) => T): (appState: AppState) => T {
  const known = new WeakMap<AppState, { found: T }>();
  return (appState) => {
    const { found } = known.get(appState) ?? { found: find(appState) };
    known.set(appState, { found });
    return found;
  };
}

/** The accounts that several connections list, paused or not, in the order those were added. */
function sharedAccounts(appState: AppState): Copies[] {
  const byService = Map.groupBy(appState.connections, ({ connection }) => connection.service);
  return [...byService.values()]
    .filter(({ length }) => length > 1)
    .flatMap((connections) => sharedPlaces(connections))
    .flatMap((lists) => {
      const copies = new Map<string, [Copy, ...Copy[]]>();
      for (const { id, from, seenAt } of lists) {
        for (const account of appState.accounts.get(id) ?? []) {
          const identity = identityInPlace(account);
          const copy = { account, monitored: from, seenAt };
          const known = copies.get(identity);
          if (known === undefined) copies.set(identity, [copy]);
          // A connection that has a record of the account twice speaks by the first.
          else if (known.at(-1)?.monitored !== from) known.push(copy);
        }
      }
      return [...copies.values()].filter(({ length }) => length > 1);
    });
}

/** Targets of several connections of one service that list the same place: all, or one profile. */
function sharedPlaces(connections: readonly MonitoredConnection[]) {
  const places = connections.flatMap((from) =>
    from.targets.map(({ id, target, state }) => ({
      id,
      from,
      place: target.profileId,
      seenAt: state.goodAt ?? 0,
    })),
  );
  return [...Map.groupBy(places, ({ place }) => place).values()].filter(({ length }) => length > 1);
}

/**
 * The record that speaks for an account: of those that stand as the account does by its last change,
 * the first one whose connection a person need not mend before it is checked again.
 *
 * @param limit how much longer than another one (ms) a record may not have been seen
 */
function countedCopyOf(
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
  const [first, ...others] = accounts;
  return others.reduce(
    (last, account) => (last && since(account) <= since(last) ? last : account),
    first,
  );
}

/** When a connection saw an account change (ms); what a first listing brings is no change. */
function changedAt({ statusSince, firstSeenAt }: Account): number {
  return statusSince > firstSeenAt ? statusSince : Number.NEGATIVE_INFINITY;
}

/** The same, but that a trouble which a first listing brings is known since then. */
function knownSince(account: Account): number {
  return conditionOf(account) === 'working' ? changedAt(account) : account.statusSince;
}
