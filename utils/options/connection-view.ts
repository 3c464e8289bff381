import { attentionOf } from '../accounts/attention';
import { knownProfiles } from '../profiles/choose-profiles';
import { queueOf } from '../schedule/check-queue';
import { doubtOf, uncheckedAccounts } from '../schedule/freshness';
import { readsUsed } from '../schedule/read-budget';
import { type ServiceId, services } from '../services/registry';
import type { ServiceError } from '../services/result';
import {
  type AppState,
  accountsOf,
  connectionProblem,
  type MonitoredConnection,
} from '../state/app-state';
import { eachAccountOnce, overlapsOf } from '../state/overlaps';
import type { PostsState } from '../state/posts-state';
import { isBeingChecked } from '../view/checks-under-way';

/** A connection in the options page's list. Times are ms since the epoch. */
export interface ConnectionView {
  id: string;
  label: string;
  service: ServiceId;
  serviceName: string;
  keyHint: string;
  /** The key is only kept until the browser closes. */
  keepsKeyForSession: boolean;
  /** Set by the organization's policy. */
  managed: boolean;
  paused: boolean;
  busy: boolean;
  problem: ServiceError | undefined;
  lastCheckAt?: number;
  nextCheckAt: number | undefined;
  /** Targets that were never checked. */
  pending: number;
  profiles?: number;
  /** Ids of the profiles that are watched. */
  watchedIds: string[];
  /**
   * The service's profiles to choose from, and the ids of the chosen ones unless all are; absent
   * where ids were typed.
   */
  profileChoice?: { options: { id: string; name: string }[]; chosen?: string[] };
  /** Why profiles can't be listed; not while it is paused. */
  profilesProblem?: ServiceError;
  accounts: number;
  /** How many need attention, without those another connection counts. */
  attention: number;
  /** Other connections that list some of the same accounts, and how many. */
  overlaps: readonly { id: string; label: string; accounts: number }[];
  unreadable: number;
  /** Accounts that were not seen lately. */
  notChecked: number;
  /** Its listing lacks so many accounts that it is doubted. */
  doubt: { listed: number; of: number } | undefined;
  reads: { used: number; limit: number } | undefined;
  /** Only where posts are monitored and it is not paused. */
  posts?: PostsState;
}

/** @param now ms since the epoch */
export function connectionViews(appState: AppState, now: number): ConnectionView[] {
  const once = eachAccountOnce(appState);
  const overlaps = overlapsOf(appState);
  const labels = new Map(appState.connections.map(({ connection: { id, label } }) => [id, label]));
  return appState.connections.map((connection) => ({
    ...connectionView(appState, connection, now),
    attention: accountsOf(once, connection).filter(
      (account) => attentionOf(account, now) !== undefined,
    ).length,
    overlaps: [...(overlaps.get(connection.connection.id) ?? [])].map(([id, accounts]) => ({
      id,
      label: labels.get(id) ?? '',
      accounts,
    })),
  }));
}

type OwnView = Omit<ConnectionView, 'attention' | 'overlaps'>;

/** A connection by itself, whatever others list. */
function connectionView(all: AppState, monitored: MonitoredConnection, now: number): OwnView {
  const { connection, targets, posts } = monitored;
  const { name, hasProfiles } = services[connection.service];
  const listed = accountsOf(all, monitored);
  const checks = targets.flatMap(({ state }) => state.last?.at ?? []);
  return {
    id: connection.id,
    label: connection.label,
    service: connection.service,
    serviceName: name,
    keyHint: connection.keyHint,
    keepsKeyForSession: connection.keyKeptUntil === 'browser-closes',
    managed: connection.managed === true,
    paused: connection.paused,
    busy: !connection.paused && isBeingChecked(monitored, now),
    problem: connectionProblem(monitored),
    ...(checks.length > 0 && { lastCheckAt: Math.max(...checks) }),
    nextCheckAt: queueOf({ connections: [monitored] }, now).at(0)?.at,
    pending: targets.filter(({ state }) => state.last === undefined).length,
    ...(hasProfiles && { profiles: targets.length }),
    ...profilesOf(monitored),
    accounts: listed.length,
    unreadable: targets.reduce((sum, { state }) => sum + state.unreadable, 0),
    notChecked: uncheckedAccounts(all, monitored, now).length,
    doubt: doubtOf(all, monitored),
    reads: readsUsed(monitored, now),
    ...(posts && !connection.paused && { posts }),
  };
}

function profilesOf({
  connection,
  state,
}: MonitoredConnection): Pick<ConnectionView, 'watchedIds' | 'profileChoice' | 'profilesProblem'> {
  const { profiles, profilesFrom, paused } = connection;
  const watchedIds = profiles.map(({ id }) => id);
  if (profilesFrom === undefined) return { watchedIds };
  const error = state.profilesCheck?.error;
  return {
    watchedIds,
    profileChoice: {
      options: knownProfiles(connection).map(({ id, name = id }) => ({ id, name })),
      ...(profilesFrom !== 'all' && { chosen: watchedIds }),
    },
    // Without a known profile, it is shown as the connection's own problem.
    ...(error && profiles.length > 0 && !paused && { profilesProblem: error }),
  };
}
