import { dueAt, minRequestGapMs } from '../schedule/due';
import { profilesDueAt } from '../schedule/profiles-due';
import { services } from '../services/registry';
import {
  isCheckRequested,
  type MonitoredConnection,
  type MonitoredTarget,
} from '../state/app-state';

/*
 * Checks are shown as under way where somebody waits for them and they are due now or in a few
 * seconds. `now`: ms since the epoch.
 */

/** How many of several profiles have answered. */
export interface Progress {
  done: number;
  of: number;
}

/**
 * True while a requested check is under way.
 *
 * @param now ms since the epoch
 */
export function isBeingChecked(connection: MonitoredConnection, now: number): boolean {
  if (connection.targets.length === 0) {
    return isProfileListRequested(connection, now) && isSoon(profilesDueAt(connection, now), now);
  }
  return connection.targets.some(
    (target) =>
      isCheckRequested(connection, target, now) && isSoon(dueAt(connection, target, now), now),
  );
}

/**
 * How far the checks of connections with several profiles have come.
 *
 * @param now ms since the epoch
 */
export function progressOf(
  active: readonly MonitoredConnection[],
  now: number,
): Progress | undefined {
  const rounds = active
    .filter(({ connection }) => services[connection.service].hasProfiles)
    .map((connection) => ({
      of: connection.targets.length,
      left: waitedFor(connection, now).filter((target) =>
        isSoon(dueAt(connection, target, now), now),
      ).length,
    }))
    .filter(({ left }) => left > 0);
  const of = rounds.reduce((sum, round) => sum + round.of, 0);
  const left = rounds.reduce((sum, round) => sum + round.left, 0);
  return of > 1 ? { done: of - left, of } : undefined;
}

/**
 * When requested checks are close enough to be shown as under way.
 *
 * @param now ms since the epoch
 */
export function beginsToBeChecked(connection: MonitoredConnection, now: number): number[] {
  const checks = waitedFor(connection, now).map((target) => dueAt(connection, target, now));
  const ofProfiles = isProfileListRequested(connection, now)
    ? [profilesDueAt(connection, now)]
    : [];
  return [...checks, ...ofProfiles].map((at) => at - minRequestGapMs);
}

/** Targets for which a check was requested, or which were just added. */
function waitedFor(connection: MonitoredConnection, now: number): MonitoredTarget[] {
  return connection.targets.filter(
    (target) => isCheckRequested(connection, target, now) || target.state.last === undefined,
  );
}

/** Without a known profile, a check means listing profiles. */
function isProfileListRequested({ state, targets }: MonitoredConnection, now: number): boolean {
  const { askedAt = -1, profilesCheck } = state;
  return targets.length === 0 && askedAt <= now && askedAt > (profilesCheck?.at ?? -1);
}

function isSoon(at: number, now: number): boolean {
  return at <= now + minRequestGapMs;
}
