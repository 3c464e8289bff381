import { queueOf } from '../monitor/queue';
import {
  activeConnections,
  connectionProblem,
  isLooking,
  isOld,
  oldestData,
  type StorageProblem,
  type Watched,
  type WatchedConnection,
} from '../monitor/watched';
import type { ServiceId } from '../services/registry';
import type { ServiceError } from '../services/result';
import { platformsOf } from './account-filter';
import type { AccountRow } from './account-row';
import { accountRows } from './account-rows';
import { isBeingChecked, type Progress, progressOf } from './checking';
import { type ListName, listOf, type Unread } from './popup-lists';

/** The whole state in one sentence. */
export type Heading =
  | { kind: 'attention'; count: number }
  | { kind: 'well'; count: number }
  | { kind: 'no-accounts' }
  | { kind: 'no-key' }
  | { kind: 'paused' }
  | { kind: 'muted' }
  | { kind: 'checking' }
  | { kind: 'cannot-check' };

export interface ConnectionAlert {
  connectionId: string;
  label: string;
  service: ServiceId;
  /** Set by the organization's policy. */
  managed?: boolean;
  problem: ServiceError;
  /** When its data was last good (ms); absent where it never was. */
  goodAt?: number;
}

/** Everything that the popup shows. Times are ms since the epoch. */
export interface PopupView {
  heading: Heading;
  connections: number;
  /** How many of the connections are paused. */
  paused: number;
  connected: number;
  muted: number;
  /** When the oldest of the data shown was fetched. */
  checkedAt?: number;
  isOld: boolean;
  storageProblem?: StorageProblem;
  alerts: ConnectionAlert[];
  rows: AccountRow[];
  /** Of a glance: the accounts that `rows` does not have yet. */
  unread?: Unread;
  /** The platforms of all accounts, each once. */
  platforms: string[];
  loadPictures: boolean;
  /** A check that somebody asked for is under way. */
  busy: boolean;
  /** How many of the profiles have answered that are being looked at; only where they are several. */
  progress?: Progress;
  /** When somebody last asked for a check. */
  askedAt?: number;
  nextCheckAt?: number;
}

/** @param now ms since the epoch */
export function popupView(watched: Watched, now: number): PopupView {
  const active = activeConnections(watched);
  const rows = accountRows(watched, now);
  const counts = { attention: 0, connected: 0, muted: 0 };
  for (const row of rows) counts[listOf(row)] += 1;
  const alerts = active.flatMap((connection) => alertOf(connection) ?? []);
  const goodTimes = active.flatMap((connection) => oldestData(connection) ?? []);
  const asks = active.flatMap(({ state }) => state.askedAt ?? []);
  const nextCheckAt = queueOf(watched, now).at(0)?.at;
  const progress = progressOf(active, now);
  return {
    heading: headingOf(watched.connections.length, active, counts),
    connections: watched.connections.length,
    paused: watched.connections.length - active.length,
    connected: counts.connected,
    muted: counts.muted,
    ...(goodTimes.length > 0 && { checkedAt: Math.min(...goodTimes) }),
    isOld:
      alerts.length > 0 || active.some((connection) => isOld(connection, watched.settings, now)),
    ...(watched.storageProblem && { storageProblem: watched.storageProblem }),
    alerts,
    rows,
    platforms: platformsOf(rows),
    loadPictures: watched.settings.loadPictures,
    busy: active.some((connection) => isBeingChecked(connection, now)),
    ...(progress && { progress }),
    ...(asks.length > 0 && { askedAt: Math.max(...asks) }),
    ...(nextCheckAt !== undefined && { nextCheckAt }),
  };
}

function headingOf(
  connections: number,
  active: readonly WatchedConnection[],
  counts: Record<ListName, number>,
): Heading {
  if (connections === 0) return { kind: 'no-key' };
  if (counts.attention > 0) return { kind: 'attention', count: counts.attention };
  if (counts.connected > 0) return { kind: 'well', count: counts.connected };
  if (counts.muted > 0) return { kind: 'muted' };
  if (active.length === 0) return { kind: 'paused' };
  const targets = active.flatMap((connection) => connection.targets);
  if (targets.length === 0 && active.some(isLooking)) return { kind: 'checking' };
  if (targets.some(({ state }) => state.last === undefined)) return { kind: 'checking' };
  if (active.some(connectionProblem)) return { kind: 'cannot-check' };
  return { kind: 'no-accounts' };
}

function alertOf(watched: WatchedConnection): ConnectionAlert | undefined {
  const problem = connectionProblem(watched);
  if (!problem) return undefined;
  const { id: connectionId, label, service, managed } = watched.connection;
  const goodAt = oldestData(watched);
  return {
    connectionId,
    label,
    service,
    ...(managed && { managed }),
    problem,
    ...(goodAt !== undefined && { goodAt }),
  };
}
