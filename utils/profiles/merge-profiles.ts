import { rateLimitEnd } from '../schedule/next-check';
import type { ServiceError } from '../services/result';
import type { Profile } from '../services/service';
import { findProfilesEveryMs } from '../state/app-state';
import type { Connection } from '../state/connection';
import { minuteMs } from '../time';

const retryMs = 5 * minuteMs;

export interface MergedProfiles {
  connection: Connection;
  /** Ids of watched profiles that are gone. */
  retired: string[];
}

/**
 * Brings the profiles that are known together with those that the service lists now. One is gone
 * where the list lacks it and the service itself calls it unknown: a list alone may be cut short,
 * and who is retired for it goes unwatched without a word.
 *
 * @param unknown ids of which the service, asked for their accounts, has answered that it has none
 */
export function mergeProfiles(
  connection: Connection,
  found: readonly Profile[],
  unknown: ReadonlySet<string>,
): MergedProfiles {
  const { otherProfiles: others = [], retiredChoice = [], ...rest } = connection;
  const listed = new Map(found.map((profile) => [profile.id, profile]));
  const isGone = ({ id }: Profile) => unknown.has(id) && !listed.has(id);
  const kept = connection.profiles.filter((profile) => !isGone(profile));
  const retired = connection.profiles.filter(isGone).map(({ id }) => id);

  const known = new Set([...connection.profiles, ...others].map(({ id }) => id));
  const added = found.filter(({ id }) => !known.has(id));
  const takesAll = connection.profilesFrom === 'all';
  const isWanted = ({ id }: Profile) => takesAll || retiredChoice.includes(id);
  const otherProfiles = [
    ...others.flatMap(({ id }) => listed.get(id) ?? []),
    ...added.filter((profile) => !isWanted(profile)),
  ];
  const stillRetired = takesAll
    ? []
    : [...retiredChoice.filter((id) => !listed.has(id)), ...retired];
  return {
    connection: {
      ...rest,
      profiles: [
        ...kept.map((profile) => listed.get(profile.id) ?? profile),
        ...added.filter(isWanted),
      ],
      ...(otherProfiles.length > 0 && { otherProfiles }),
      ...(stillRetired.length > 0 && { retiredChoice: stillRetired }),
    },
    retired,
  };
}

/** When to look again after a look that failed, in ms since the epoch. */
export function findAgainAfterFailure(error: ServiceError, now: number): number {
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
      return now + findProfilesEveryMs;
  }
}
