import type { Account, ListedAccount, Listing } from '@/utils/accounts/account';
import type { AccountEvent } from '@/utils/accounts/history/event';
import { accountKey, type Target, targetId } from '@/utils/accounts/identity';
import { services } from '@/utils/services/registry';
import type { AppState, MonitoredConnection, MonitoredTarget } from '@/utils/state/app-state';
import { type Connection, type ConnectionState, targetsOf } from '@/utils/state/connection';
import { defaultSettings, type QuietHours } from '@/utils/state/settings';
import type { TargetState } from '@/utils/state/target-state';

export const second = 1_000;
export const minute = 60 * second;
export const hour = 60 * minute;
export const day = 24 * hour;
/** Half past a UTC clock hour. */
export const now = Date.UTC(2026, 4, 4, 9, 30);

/** The target that the accounts and listings made here belong to. */
export const target: Target = { connectionId: 'c1' };

const plain: ListedAccount = { id: '1', platform: 'twitter', status: 'active' };

export function listed(changes: Partial<ListedAccount> = {}): ListedAccount {
  return { ...plain, ...changes };
}

export function listing(
  accounts: readonly ListedAccount[],
  unreadable: Partial<Listing['unreadable']> = {},
): Listing {
  return { accounts, unreadable: { ids: [], unidentified: 0, ...unreadable } };
}

export function account(changes: Partial<Account> = {}): Account {
  return {
    ...plain,
    key: accountKey(targetId(target), { ...plain, ...changes, status: 'active' }),
    firstSeenAt: now - 30 * day,
    statusSince: now - 30 * day,
    ...changes,
  };
}

export function event(changes: Partial<AccountEvent> = {}): AccountEvent {
  const { key, platform } = account();
  return {
    id: `${key}@${now}>expired`,
    at: now,
    account: key,
    label: '@alice',
    platform,
    from: 'working',
    to: 'expired',
    ...changes,
  };
}

export function connection(changes: Partial<Connection> = {}): Connection {
  return {
    id: 'c1',
    service: 'schedpilot',
    label: 'Agency',
    keyHint: 'xyz',
    keyRevision: 1,
    paused: false,
    addedAt: now - 30 * day,
    profiles: [],
    ...changes,
  };
}

export function targetState(changes: Partial<TargetState> = {}): TargetState {
  return { nextCheckAt: now + 5 * minute, failures: 0, unreadable: 0, ...changes };
}

/** A target that answered well ten minutes ago. */
export function checked(changes: Partial<TargetState> = {}): TargetState {
  const at = now - 10 * minute;
  return targetState({ last: { at, tookMs: 100 }, listedAt: at, ...changes });
}

export interface MonitoredChanges {
  connection?: Partial<Connection>;
  state?: ConnectionState;
  targets?: readonly TargetState[];
}

/** A connection with a target for each state: one for SchedPilot, a profile each for Synposter. */
export function monitoredConnection({
  connection: changes = {},
  state = {},
  targets: targetStates = [checked()],
}: MonitoredChanges = {}): MonitoredConnection {
  const { hasProfiles } = services[changes.service ?? 'schedpilot'];
  const profiles = targetStates.map((_, i) => ({ id: `p${i + 1}`, name: `Profile ${i + 1}` }));
  const own = connection({ ...(hasProfiles && { profiles }), ...changes });
  const targets = targetsOf(own).flatMap((target, i): MonitoredTarget[] => {
    const [targetState, profile] = [targetStates[i], own.profiles[i]];
    if (!targetState) return [];
    return [{ id: targetId(target), target, state: targetState, ...(profile && { profile }) }];
  });
  return { connection: own, state, targets };
}

/** The first target, which every connection made here has. */
export function firstTarget({ targets: [first] }: MonitoredConnection): MonitoredTarget {
  if (!first) throw new Error('The connection has no target');
  return first;
}

/** @param accounts by target id: `c1`, or `c1/p1` */
export function appState(
  connections: readonly MonitoredConnection[],
  accounts: Readonly<Record<string, readonly Account[]>> = {},
): AppState {
  return {
    settings: defaultSettings,
    connections,
    accounts: new Map(Object.entries(accounts)),
    clients: {},
    watchGaps: [],
  };
}

/** Quiet hours from `ms` before a moment to `ms` after it, in whole minutes, wherever this runs. */
export function quietAround(at: number, ms = hour): QuietHours {
  const time = (ms: number) => new Date(ms).toTimeString().slice(0, 5);
  return { on: true, from: time(at - ms), to: time(at + ms) };
}
