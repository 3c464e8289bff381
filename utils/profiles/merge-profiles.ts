import { rateLimitEnd, secondRefusalAfterMs } from '../schedule/next-check';
import type { ServiceError } from '../services/result';
import type { Profile } from '../services/service';
import { findProfilesEveryMs } from '../state/app-state';
import type { Connection } from '../state/connection';
import { minuteMs } from '../time';

const retryMs = 5 * minuteMs;

/**
 * Merges known profiles with the service's list. A profile is gone only where the list lacks it and
 * the service itself calls it unknown: a list may be cut short, and a profile retired by mistake
 * would silently go unmonitored.
 *
 * @param unknown ids for which the service answered that there is no such profile
 * @returns `retired`: ids of monitored profiles that are gone
 */
export function mergeProfiles(
  connection: Connection,
  found: readonly Profile[],
  unknown: ReadonlySet<string>,
): { connection: Connection; retired: string[] } {
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

/** When to list profiles again after a failure, in ms since the epoch. */
export function nextListAfterFailure(error: ServiceError, now: number): number {
  switch (error.kind) {
    case 'offline':
      return now + minuteMs;
    case 'refused-once':
      return now + secondRefusalAfterMs;
    case 'blocked':
    case 'network':
    case 'timeout':
    case 'unreadable':
      return now + retryMs;
    case 'server':
    case 'rate-limited':
      return Math.max(now + retryMs, rateLimitEnd(error.until, now));
    // Trying early is pointless: a person has to act, or the checks of accounts report it already.
    case 'refused':
    case 'payment-required':
    case 'moved':
    case 'no-key':
    case 'no-permission':
    case 'profile-unknown':
    case 'bad-request':
      return now + findProfilesEveryMs;
  }
}
