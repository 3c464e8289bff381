import type { Account } from '../accounts/account';
import type { AssignedClients } from '../accounts/client';
import type { WatchGap } from '../accounts/history/watch-gaps';
import type { Target } from '../accounts/identity';
import { services } from '../services/registry';
import type { ServiceError } from '../services/result';
import type { Profile } from '../services/service';
import { minuteMs } from '../time';
import type { Connection, ConnectionState } from './connection';
import type { PostsState } from './posts-state';
import type { Settings } from './settings';
import type { TargetState } from './target-state';

/** Every connection with the state of its checks: enough to know what is due. */
export interface Schedule {
  settings: Settings;
  connections: readonly MonitoredConnection[];
}

/** Everything stored, at one moment: what pages show and the badge counts. */
export interface AppState extends Schedule {
  /** By target id. A target that never answered has no entry. */
  accounts: ReadonlyMap<string, readonly Account[]>;
  clients: AssignedClients;
  watchGaps: readonly WatchGap[];
  storageProblem?: StorageProblem;
}

/**
 * What is wrong with storage: it can't be written, or a value couldn't be read and is in quarantine
 * (`set-aside`, as version 1.0 called it).
 */
export const storageProblems = ['cannot-save', 'set-aside'] as const;
export type StorageProblem = (typeof storageProblems)[number];

export interface MonitoredConnection {
  connection: Connection;
  state: ConnectionState;
  targets: readonly MonitoredTarget[];
  /** Only where posts are monitored. */
  posts?: PostsState;
}

export interface MonitoredTarget {
  id: string;
  target: Target;
  profile?: Profile;
  state: TargetState;
}

/** The connections that are not paused. */
export function activeConnections({ connections }: Schedule): MonitoredConnection[] {
  return connections.filter(({ connection }) => !connection.paused);
}

/** All known accounts of a connection. */
export function accountsOf(
  { accounts }: Pick<AppState, 'accounts'>,
  { targets }: MonitoredConnection,
): Account[] {
  return targets.flatMap(({ id }) => accounts.get(id) ?? []);
}

/** True where the settings and the service allow a connection's posts to be read. */
export function watchesPosts({ service }: Connection, { watchPosts }: Settings): boolean {
  return watchPosts && services[service].listsPosts;
}

/**
 * How often (ms) to list profiles: a new one is found within an hour, even if the alarm is a little
 * late.
 */
export const findProfilesEveryMs = 55 * minuteMs;
/** Data is old after this many intervals: by then a check and its retries have failed. */
export const oldAfterIntervals = 3;

/** How long (ms) data counts as up to date. */
export function dataLifetimeMs({ checkEveryMinutes }: Settings): number {
  return oldAfterIntervals * checkEveryMinutes * minuteMs;
}

/** Errors that no later check fixes by itself. */
export const errorsForPerson: readonly ServiceError['kind'][] = [
  'refused',
  'no-key',
  'no-permission',
];

/** True where a connection can't be checked until a person acts. */
export function needsPersonToCheck(connection: MonitoredConnection): boolean {
  const problem = connectionProblem(connection)?.kind;
  return problem !== undefined && errorsForPerson.includes(problem);
}

/** Worst first: what only a person can fix comes before what may pass. */
const severity: readonly ServiceError['kind'][] = [
  'no-permission',
  'no-key',
  'refused',
  'payment-required',
  'profile-unknown',
  'bad-request',
  'moved',
  'rate-limited',
  'blocked',
  'refused-once',
  'unreadable',
  'server',
  'timeout',
  'network',
  'offline',
];

/**
 * The worst problem of a connection's last checks; `undefined` where there is none or it is paused.
 */
export function connectionProblem(monitored: MonitoredConnection): ServiceError | undefined {
  if (monitored.connection.paused) return undefined;
  return monitored.targets
    .flatMap(({ state }) => state.last?.error ?? [])
    .concat(monitored.targets.length === 0 ? (monitored.state.profilesCheck?.error ?? []) : [])
    .sort((a, b) => severity.indexOf(a.kind) - severity.indexOf(b.kind))
    .at(0);
}

/** True until the first list of profiles, for a connection that monitors all of them. */
export function isFindingProfiles({ connection, state, targets }: MonitoredConnection): boolean {
  const { profilesFrom } = connection;
  return profilesFrom === 'all' && targets.length === 0 && state.profilesCheck === undefined;
}

/** When the oldest of a connection's data was fetched (ms); `undefined` before the first answer. */
export function oldestData({ targets }: MonitoredConnection): number | undefined {
  const times = targets.flatMap(({ state }) => state.listedAt ?? []);
  return times.length > 0 ? Math.min(...times) : undefined;
}

/**
 * True where the service answered that the profile doesn't exist, which says nothing about the key.
 */
export function isProfileUnknown({ last }: TargetState): boolean {
  return last?.error?.kind === 'profile-unknown' || last?.error?.kind === 'bad-request';
}

/** True while "Check now" still has to check a target. */
export function isCheckRequested(
  { state: { askedAt } }: MonitoredConnection,
  { state: { last } }: MonitoredTarget,
  now: number,
): boolean {
  // A time in the future means the clock was set back.
  return askedAt !== undefined && askedAt <= now && askedAt > (last?.at ?? -1);
}
