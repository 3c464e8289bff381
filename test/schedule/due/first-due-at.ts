import { dueAt } from '@/utils/schedule/due';
import { firstTarget, type MonitoredChanges, monitoredConnection, now } from '../../builders';

/** When the first target of a connection is due, as seen at a time. */
export function firstDueAt(changes: MonitoredChanges, at = now): number {
  const connection = monitoredConnection(changes);
  return dueAt(connection, firstTarget(connection), at);
}
