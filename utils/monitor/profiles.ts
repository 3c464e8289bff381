import type { ServiceError } from '../services/result';
import type { Profile } from '../services/service';
import type { Connection, KnownProfile } from './connection';
import { rateLimitEnd } from './next-check';
import { allowedAt } from './schedule';
import type { WatchedConnection } from './watched';

const minuteMs = 60_000;
/** A profile is found within an hour of its making, also where the alarm is a little late. */
export const lookEveryMs = 55 * minuteMs;
const retryMs = 5 * minuteMs;
/** A profile is gone when two lists at least this far apart (ms) lack it. */
const secondLookAfterMs = minuteMs;

/**
 * When to look for a connection's profiles next, in ms since the epoch; `Infinity` where they are
 * not for us to find, or the key is refused.
 */
export function profilesDueAt(connection: WatchedConnection, now: number): number {
  const { connection: own, state, targets } = connection;
  if (own.paused || own.profilesFrom === undefined || state.refusedSince !== undefined) {
    return Number.POSITIVE_INFINITY;
  }
  const look = state.profilesLook;
  const asked = state.askedAt !== undefined && state.askedAt <= now ? state.askedAt : 0;
  // A look that lies ahead of us was made before the clock was set back.
  if (look === undefined || look.at > now) return allowedAt(connection, now, false);
  const missed = targets.some(
    ({ state: { last } }) => last?.error?.kind === 'profile-unknown' && last.at > look.at,
  );
  const wanted = missed || asked > look.at ? now : look.nextAt;
  return Math.max(wanted, allowedAt(connection, now, false));
}

export interface FoundProfiles {
  connection: Connection;
  /** Ids of watched profiles that are gone. */
  retired: string[];
  /** When to look again at a profile that is missing for the first time; ms since the epoch. */
  lookAgainAt?: number;
}

/**
 * Brings the profiles that are known together with those that the service lists now.
 *
 * @param unknown ids that the service itself has answered to be unknown: no second look is needed
 * @param now ms since the epoch
 */
export function withFound(
  connection: Connection,
  found: readonly Profile[],
  unknown: ReadonlySet<string>,
  now: number,
): FoundProfiles {
  const { otherProfiles: others = [], ...rest } = connection;
  const listed = new Map(found.map((profile) => [profile.id, profile]));
  const watched = connection.profiles.map(
    (known): KnownProfile => listed.get(known.id) ?? missing(known, now),
  );
  const isGone = (profile: KnownProfile) =>
    !listed.has(profile.id) &&
    (unknown.has(profile.id) || now - (profile.missingSince ?? now) >= secondLookAfterMs);
  const kept = watched.filter((profile) => !isGone(profile));

  const known = new Set([...connection.profiles, ...others].map(({ id }) => id));
  const added = found.filter(({ id }) => !known.has(id));
  const takesAll = connection.profilesFrom === 'all';
  const otherProfiles = [
    ...others.flatMap(({ id }) => listed.get(id) ?? []),
    ...(takesAll ? [] : added),
  ];
  const looks = kept.flatMap(({ missingSince }) =>
    missingSince === undefined ? [] : missingSince + secondLookAfterMs,
  );
  return {
    connection: {
      ...rest,
      profiles: [...kept, ...(takesAll ? added : [])],
      ...(otherProfiles.length > 0 && { otherProfiles }),
    },
    retired: watched.filter(isGone).map(({ id }) => id),
    ...(looks.length > 0 && { lookAgainAt: Math.min(...looks) }),
  };
}

function missing(profile: KnownProfile, now: number): KnownProfile {
  const { missingSince } = profile;
  const isSane = missingSince !== undefined && missingSince <= now;
  return isSane ? profile : { ...profile, missingSince: now };
}

/** When to look again after a look that failed, in ms since the epoch. */
export function lookAfterFailure(error: ServiceError, now: number): number {
  switch (error.kind) {
    case 'offline':
      return now + minuteMs;
    case 'server':
    case 'network':
    case 'timeout':
    case 'unreadable':
      return now + retryMs;
    case 'rate-limited':
      return Math.max(now + retryMs, rateLimitEnd(error.until, now));
    // What the accounts' own checks will tell of, or what no soon look would change.
    case 'refused':
    case 'no-key':
    case 'no-permission':
    case 'profile-unknown':
    case 'bad-request':
      return now + lookEveryMs;
  }
}
