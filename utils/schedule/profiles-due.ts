import { services } from '../services/registry';
import { isProfileUnknown, type MonitoredConnection } from '../state/app-state';
import { never } from '../time';
import { allowedAt, isKeyInDoubt } from './due';

/**
 * When to list a connection's profiles next, in ms since the epoch; `Infinity` where that isn't
 * scheduled: there are none to list, or a target has to show first that the key works again.
 */
export function profilesDueAt(connection: MonitoredConnection, now: number): number {
  const { connection: own, state, targets } = connection;
  const listsProfiles = services[own.service].hasProfiles && own.profilesFrom !== undefined;
  if (own.paused || !listsProfiles) return never;
  // While the key is rejected, one target is checked for all; without any, the list of profiles is.
  if (isKeyInDoubt(state) && targets.length > 0) return never;
  const last = state.profilesCheck;
  const requestedAt = state.askedAt !== undefined && state.askedAt <= now ? state.askedAt : 0;
  // A time in the future means the clock was set back.
  if (last === undefined || last.at > now) return allowedAt(connection, now, false);
  const missed = targets.some(
    ({ state: target }) => isProfileUnknown(target) && (target.last?.at ?? 0) > last.at,
  );
  const wanted = missed || requestedAt > last.at ? now : last.nextAt;
  return Math.max(wanted, allowedAt(connection, now, requestedAt > last.at));
}
