import type { MonitoredConnection, MonitoredTarget, Schedule } from '../state/app-state';
import { dueAt } from './due';

export interface Queued {
  connection: MonitoredConnection;
  target: MonitoredTarget;
  /** ms since the epoch */
  at: number;
}

/**
 * Every scheduled target, the longest due first.
 *
 * @param now ms since the epoch
 */
export function queueOf(schedule: Pick<Schedule, 'connections'>, now: number): Queued[] {
  return schedule.connections
    .flatMap((connection) =>
      connection.targets.map((target) => ({
        connection,
        target,
        at: dueAt(connection, target, now),
      })),
    )
    .filter(({ at }) => Number.isFinite(at))
    .sort((a, b) => a.at - b.at);
}
