import { isUnlistedTogether } from '../accounts/missing';
import { queueOf } from '../schedule/check-queue';
import { doubtOf, isStale } from '../schedule/freshness';
import type { ServiceError } from '../services/result';
import {
  type AppState,
  accountsOf,
  activeConnections,
  connectionProblem,
  isFindingProfiles,
  type MonitoredConnection,
  oldestData,
  type StorageProblem,
} from '../state/app-state';
import type { Connection } from '../state/connection';
import type { Settings } from '../state/settings';
import { type FilterChoices, filterChoices } from '../view/account/account-filter';
import { type ListName, listOf } from '../view/account/account-list';
import type { AccountRow } from '../view/account/account-row';
import { accountRows } from '../view/account/account-rows';
import { isBeingChecked, type Progress, progressOf } from '../view/checks-under-way';
import type { PopupGroup } from './client-groups';
import type { RowsToLoad } from './popup-lists';

/**
 * The whole state in one sentence. `well`: every account was seen lately and works; `connected`: the
 * same, apart from muted accounts in trouble.
 */
export type Heading =
  | { kind: 'attention' | 'well' | 'connected' | 'not-checked' | 'muted'; count: number }
  | { kind: 'no-accounts' | 'no-key' | 'paused' | 'checking' | 'cannot-check' };

/** What is wrong with a connection. */
type ConnectionTrouble =
  /**
   * Its last checks failed. `dataAt`: when its data was last good (ms); absent where it never was.
   */
  | { kind: 'problem'; problem: ServiceError; dataAt?: number }
  /** Its listing lacks so many accounts that it is doubted. */
  | { kind: 'doubted'; listed: number; of: number }
  /** Its listing lost many accounts at once, which is confirmed. */
  | { kind: 'mass-unlisted'; count: number };

export interface ConnectionAlert extends Pick<Connection, 'label' | 'service' | 'managed'> {
  connectionId: string;
  trouble: ConnectionTrouble;
}

/** Everything the popup shows. Times are ms since the epoch. */
export interface PopupView
  extends Pick<Settings, 'loadPictures' | 'theme' | 'density' | 'groupByClient'> {
  heading: Heading;
  connections: number;
  /** How many connections are paused. */
  paused: number;
  attention: number;
  connected: number;
  muted: number;
  notChecked: number;
  /** When the last of the accounts that are not checked was seen. */
  notCheckedSince?: number;
  /** When the oldest up-to-date data was fetched. */
  checkedAt?: number;
  isStale: boolean;
  storageProblem?: StorageProblem;
  alerts: ConnectionAlert[];
  rows: AccountRow[];
  /** In a snapshot: the accounts missing from `rows`, and the first clients, if grouped. */
  rowsToLoad?: RowsToLoad;
  groups?: PopupGroup[];
  filterChoices: FilterChoices;
  /** A requested check is under way. */
  busy: boolean;
  /** How many of several profiles have answered in this check. */
  progress?: Progress;
  /** When "Check now" was last pressed. */
  askedAt?: number;
  nextCheckAt?: number;
}

/** @param now ms since the epoch */
export function popupView(appState: AppState, now: number): PopupView {
  const active = activeConnections(appState);
  const rows = accountRows(appState, now);
  const counts = { attention: 0, 'not-checked': 0, connected: 0, muted: 0 };
  let notCheckedSince = Number.NEGATIVE_INFINITY;
  let checkedAt = Number.POSITIVE_INFINITY;
  for (const row of rows) {
    const list = listOf(row);
    counts[list] += 1;
    if (row.lastSeenAt === undefined) continue;
    if (list === 'not-checked') notCheckedSince = Math.max(notCheckedSince, row.lastSeenAt);
    if (row.isChecked) checkedAt = Math.min(checkedAt, row.lastSeenAt);
  }
  const alerts = active.flatMap((connection) => alertsOf(appState, connection));
  const asks = active.flatMap(({ state }) => state.askedAt ?? []);
  const { loadPictures, theme, density, groupByClient } = appState.settings;
  const nextCheckAt = queueOf(appState, now).at(0)?.at;
  const progress = progressOf(active, now);
  return {
    heading: headingOf(appState.connections.length, active, counts),
    connections: appState.connections.length,
    paused: appState.connections.length - active.length,
    attention: counts.attention,
    connected: counts.connected,
    muted: counts.muted,
    notChecked: counts['not-checked'],
    ...(Number.isFinite(notCheckedSince) && { notCheckedSince }),
    ...(Number.isFinite(checkedAt) && { checkedAt }),
    isStale:
      alerts.some(({ trouble }) => trouble.kind === 'problem') ||
      active.some((connection) => isStale(connection, appState.settings, now)),
    ...(appState.storageProblem && { storageProblem: appState.storageProblem }),
    alerts,
    rows,
    filterChoices: filterChoices(rows),
    loadPictures,
    theme,
    density,
    groupByClient,
    busy: active.some((connection) => isBeingChecked(connection, now)),
    ...(progress && { progress }),
    ...(asks.length > 0 && { askedAt: Math.max(...asks) }),
    ...(nextCheckAt !== undefined && { nextCheckAt }),
  };
}

function headingOf(
  connections: number,
  active: readonly MonitoredConnection[],
  counts: Record<ListName, number>,
): Heading {
  const { attention, connected, muted, 'not-checked': notChecked } = counts;
  if (connections === 0) return { kind: 'no-key' };
  if (attention > 0) return { kind: 'attention', count: attention };
  if (active.length === 0) return { kind: 'paused' };
  if (notChecked > 0) return { kind: 'not-checked', count: notChecked };
  if (connected > 0) return { kind: muted > 0 ? 'connected' : 'well', count: connected };
  if (muted > 0) return { kind: 'muted', count: muted };
  const targets = active.flatMap((connection) => connection.targets);
  if (targets.length === 0 && active.some(isFindingProfiles)) return { kind: 'checking' };
  if (targets.some(({ state }) => state.last === undefined)) return { kind: 'checking' };
  if (active.some(connectionProblem)) return { kind: 'cannot-check' };
  return { kind: 'no-accounts' };
}

function alertsOf(all: AppState, monitored: MonitoredConnection): ConnectionAlert[] {
  const { id: connectionId, label, service, managed } = monitored.connection;
  return troublesOf(all, monitored).map((trouble) => ({
    connectionId,
    label,
    service,
    ...(managed && { managed }),
    trouble,
  }));
}

function troublesOf(all: AppState, monitored: MonitoredConnection): ConnectionTrouble[] {
  const problem = connectionProblem(monitored);
  const dataAt = oldestData(monitored);
  const accounts = accountsOf(all, monitored);
  const lost = accounts.filter(isUnlistedTogether).length;
  const doubt = doubtOf(all, monitored);
  return [
    // A first rejection is no alarm: it is confirmed within a minute.
    ...(problem && problem.kind !== 'refused-once'
      ? [{ kind: 'problem' as const, problem, ...(dataAt !== undefined && { dataAt }) }]
      : []),
    ...(doubt ? [{ kind: 'doubted' as const, ...doubt }] : []),
    ...(lost > 0 ? [{ kind: 'mass-unlisted' as const, count: lost }] : []),
  ];
}
