import type { Profile } from '../services/service';
import type { Connection } from '../state/connection';

/** What a connection watches, and who said so. */
export type ProfileChoice = Pick<
  Connection,
  'profiles' | 'otherProfiles' | 'profilesFrom' | 'retiredChoice'
>;

/** Every profile that a connection knows of, watched or not. */
export function knownProfiles({ profiles, otherProfiles = [] }: ProfileChoice): Profile[] {
  return [...profiles, ...otherProfiles];
}

/** True where ids that the user wants watched are a choice among profiles that were found. */
export function isChoiceAmongFound(connection: ProfileChoice, ids: readonly string[]): boolean {
  const known = new Set(knownProfiles(connection).map(({ id }) => id));
  return (
    connection.profilesFrom !== undefined && ids.length > 0 && ids.every((id) => known.has(id))
  );
}

/** Watches those of the profiles that were found which the user has chosen. */
export function chosenOf(found: readonly Profile[], ids: readonly string[]): ProfileChoice {
  const wanted = new Set(ids);
  const otherProfiles = found.filter(({ id }) => !wanted.has(id));
  return {
    profiles: found.filter(({ id }) => wanted.has(id)),
    ...(otherProfiles.length > 0 && { otherProfiles }),
    profilesFrom: 'chosen',
  };
}

/** True where what the user entered is what is watched already; no ids mean all that there are. */
export function isWatchedNow({ profiles, profilesFrom }: ProfileChoice, ids: readonly string[]) {
  if (ids.length === 0) return profilesFrom === 'all';
  return profilesFrom === undefined && ids.join() === profiles.map(({ id }) => id).join();
}

/** Watches all that the service has, or what was typed: that keeps the name it may have had. */
export function allOrTyped(
  found: readonly Profile[],
  ids: readonly string[],
  before: ProfileChoice = { profiles: [] },
): ProfileChoice {
  if (ids.length === 0) return { profiles: [...found], profilesFrom: 'all' };
  const known = new Map(knownProfiles(before).map((profile) => [profile.id, profile]));
  return { profiles: found.map((profile) => known.get(profile.id) ?? profile) };
}
