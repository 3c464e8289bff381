import { services } from '../services/registry';
import type { MonitoredConnection } from '../state/app-state';
import type { ConnectionState } from '../state/connection';
import { clockHour, topOfHour } from '../time';

/*
 * A service may limit the reads of a clock hour (`readsPerHour`). Ours are counted for each
 * connection, before each request. `now`: ms since the epoch.
 */

type Counted = Pick<MonitoredConnection, 'connection' | 'state'>;

/** Reads used in `now`'s clock hour; `undefined` where the service has no limit. */
export function readsUsed(
  { connection, state }: Counted,
  now: number,
): { used: number; limit: number } | undefined {
  const limit = services[connection.service].readsPerHour;
  if (limit === undefined) return undefined;
  const { reads } = state;
  return { used: reads?.hour === clockHour(now) ? reads.used : 0, limit };
}

/**
 * When the next read is free, in ms since the epoch: `now` where one is.
 *
 * @param keep reads of this hour to leave for others
 */
export function budgetFreeAt(connection: Counted, now: number, keep = 0): number {
  const reads = readsUsed(connection, now);
  return reads && reads.used + keep >= reads.limit ? topOfHour(now) : now;
}

/**
 * The state with more reads counted in `now`'s clock hour.
 *
 * @param now ms since the epoch
 */
export function countRead(state: ConnectionState, now: number, reads = 1): ConnectionState {
  const hour = clockHour(now);
  const used = state.reads?.hour === hour ? state.reads.used : 0;
  return { ...state, reads: { hour, used: used + reads } };
}
