import type { Profile } from '../services/service';
import type { Connection } from '../state/connection';

/** Which profiles a connection monitors, and who chose them. */
export type ProfileChoice = Pick<
  Connection,
  'profiles' | 'otherProfiles' | 'profilesFrom' | 'retiredChoice'
>;

/** Every known profile of a connection, monitored or not. */
export function knownProfiles({ profiles, otherProfiles = [] }: ProfileChoice): Profile[] {
  return [...profiles, ...otherProfiles];
}

/** True where the entered ids are a choice among listed profiles. */
export function isChoiceAmongFound(connection: ProfileChoice, ids: readonly string[]): boolean {
  const known = new Set(knownProfiles(connection).map(({ id }) => id));
  return (
    connection.profilesFrom !== undefined && ids.length > 0 && ids.every((id) => known.has(id))
  );
}

/** Monitors the chosen ones of the listed profiles. */
export function chosenOf(found: readonly Profile[], ids: readonly string[]): ProfileChoice {
  const wanted = new Set(ids);
  const otherProfiles = found.filter(({ id }) => !wanted.has(id));
  return {
    profiles: found.filter(({ id }) => wanted.has(id)),
    ...(otherProfiles.length > 0 && { otherProfiles }),
    profilesFrom: 'chosen',
  };
}

/** True where the entered ids are what is monitored already; no ids mean all profiles. */
export function isWatchedNow({ profiles, profilesFrom }: ProfileChoice, ids: readonly string[]) {
  if (ids.length === 0) return profilesFrom === 'all';
  return profilesFrom === undefined && ids.join() === profiles.map(({ id }) => id).join();
}

/** Monitors all profiles, or the typed ids, which keep a known name. */
export function allOrTyped(
  found: readonly Profile[],
  ids: readonly string[],
  before: ProfileChoice = { profiles: [] },
): ProfileChoice {
  if (ids.length === 0) return { profiles: [...found], profilesFrom: 'all' };
  const known = new Map(knownProfiles(before).map((profile) => [profile.id, profile]));
  return { profiles: found.map((profile) => known.get(profile.id) ?? profile) };
}
