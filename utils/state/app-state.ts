import type { Account } from '../accounts/account';
import type { Target } from '../accounts/identity';
import { services } from '../services/registry';
import type { ServiceError } from '../services/result';
import type { Profile } from '../services/service';
import { minuteMs } from '../time';
import type { Connection, ConnectionState } from './connection';
import type { PostsState } from './posts-state';
import type { Settings } from './settings';
import type { TargetState } from './target-state';

/** What is watched and how its checks went: all that it takes to know what is due. */
export interface Schedule {
  settings: Settings;
  connections: readonly MonitoredConnection[];
}

/** All that is known at one moment, as it is stored: what pages show and the badge counts. */
export interface AppState extends Schedule {
  /** By target id. A target that has never answered has no entry. */
  accounts: ReadonlyMap<string, readonly Account[]>;
  storageProblem?: StorageProblem;
}

/** What keeps us from storing, or from reading what was stored: it was set aside. */
export const storageProblems = ['cannot-save', 'set-aside'] as const;
export type StorageProblem = (typeof storageProblems)[number];

export interface MonitoredConnection {
  connection: Connection;
  state: ConnectionState;
  targets: readonly MonitoredTarget[];
  /** Only where posts are watched. */
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

/** All accounts that are known of a connection. */
export function accountsOf(
  { accounts }: Pick<AppState, 'accounts'>,
  { targets }: MonitoredConnection,
): Account[] {
  return targets.flatMap(({ id }) => accounts.get(id) ?? []);
}

/** True where posts of a connection are read as well, as far as it is up to us. */
export function watchesPosts({ service }: Connection, { watchPosts }: Settings): boolean {
  return watchPosts && services[service].listsPosts;
}

/** A profile is found within an hour of its making, also where the alarm is a little late. */
export const findProfilesEveryMs = 55 * minuteMs;

/** The worst first: what only a person can mend comes before what may pass. */
const severity: readonly ServiceError['kind'][] = [
  'no-permission',
  'no-key',
  'refused',
  'profile-unknown',
  'bad-request',
  'rate-limited',
  'unreadable',
  'server',
  'timeout',
  'network',
  'offline',
];

/** What is wrong with a connection's last checks; `undefined` where all is well or it is paused. */
export function connectionProblem(watched: MonitoredConnection): ServiceError | undefined {
  if (watched.connection.paused) return undefined;
  return watched.targets
    .flatMap(({ state }) => state.last?.error ?? [])
    .concat(watched.targets.length === 0 ? (watched.state.profilesLook?.error ?? []) : [])
    .sort((a, b) => severity.indexOf(a.kind) - severity.indexOf(b.kind))
    .at(0);
}

/** True until the profiles of a connection that is to watch all of them were looked for. */
export function isFindingProfiles({ connection, state, targets }: MonitoredConnection): boolean {
  const { profilesFrom } = connection;
  return profilesFrom === 'all' && targets.length === 0 && state.profilesLook === undefined;
}

/** When the oldest of a connection's data was fetched (ms); `undefined` before the first answer. */
export function oldestData({ targets }: MonitoredConnection): number | undefined {
  const times = targets.flatMap(({ state }) => state.goodAt ?? []);
  return times.length > 0 ? Math.min(...times) : undefined;
}

/** True where the service answered that it has no such profile, which tells nothing of the key. */
export function isUnknown({ last }: TargetState): boolean {
  return last?.error?.kind === 'profile-unknown' || last?.error?.kind === 'bad-request';
}

/** True while a target still has to be checked because somebody pressed "Check now". */
export function isAsked(
  { state: { askedAt } }: MonitoredConnection,
  { state: { last } }: MonitoredTarget,
  now: number,
): boolean {
  // A request that lies ahead of us was made before the clock was set back.
  return askedAt !== undefined && askedAt <= now && askedAt > (last?.at ?? -1);
}
