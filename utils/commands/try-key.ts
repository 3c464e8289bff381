import type { Listing } from '../accounts/account';
import { hasAccess } from '../requests/host-access';
import { withoutBlock } from '../schedule/connection-block';
import { countRead, readsUsed } from '../schedule/read-budget';
import { apis } from '../services/apis';
import type { Http } from '../services/http';
import { type ServiceId, services } from '../services/registry';
import { failure, type ServiceError } from '../services/result';
import type { Profile } from '../services/service';
import { findProfilesEveryMs } from '../state/app-state';
import type { Connection, ConnectionState } from '../state/connection';
import type { SaveReply } from './messages';

/** The result of trying a key: its profiles, and the listings received on the way. */
export interface Trial {
  profiles: Profile[];
  listings: {
    profileId: string | undefined;
    listing: Listing;
    /** The answer's shape, where not all of it could be read. */
    shape: string | undefined;
    startedAt: number;
  }[];
  /** How many requests it took. */
  reads: number;
}

export type TrialResult = { ok: true; trial: Trial } | { ok: false; reply: SaveReply };

/** Asks the service what a key can see: the given profiles, or all of them. */
export async function tryKey(
  http: Http,
  service: ServiceId,
  apiKey: string,
  profileIds: readonly string[],
): Promise<TrialResult> {
  if (!(await hasAccess(service))) return failed({ kind: 'no-permission' });
  const client = apis[service];
  const { hasProfiles } = services[service];

  if (hasProfiles && profileIds.length === 0) {
    const found = await (client.listProfiles?.(http, apiKey) ??
      failure({ kind: 'profile-unknown' }));
    if (!found.ok && isHidden(found.error))
      return { ok: false, reply: { kind: 'profiles-hidden' } };
    if (!found.ok) return failed(found.error);
    if (found.value.length === 0) return { ok: false, reply: { kind: 'no-profiles' } };
    return { ok: true, trial: { profiles: found.value, listings: [], reads: 1 } };
  }

  const profiles = hasProfiles ? [...new Set(profileIds)].map((id) => ({ id })) : [];
  const listings: Trial['listings'] = [];
  for (const profileId of hasProfiles ? profiles.map(({ id }) => id) : [undefined]) {
    const startedAt = http.now();
    const listed = await client.listAccounts(http, apiKey, profileId);
    if (!listed.ok) return failed(listed.error, profileId);
    listings.push({ profileId, listing: listed.value, shape: listed.shape, startedAt });
  }
  return { ok: true, trial: { profiles, listings, reads: listings.length } };
}

/**
 * The connection's state after a trial, which proves that the key works. `now`: ms since the epoch.
 */
export function stateAfterTrial(
  connection: Connection,
  { reads }: Trial,
  { keyLost: _lost, ...before }: ConnectionState,
  now: number,
): ConnectionState {
  const state = withoutBlock(before);
  return {
    ...(readsUsed({ connection, state }, now) ? countRead(state, now, reads) : state),
    ...(connection.profilesFrom && {
      profilesCheck: { at: now, nextAt: now + findProfilesEveryMs },
    }),
  };
}

function failed(error: ServiceError, profileId?: string): TrialResult {
  const profile = profileId === undefined ? {} : { profileId };
  return { ok: false, reply: { kind: 'failed', error, ...profile } };
}

/** Not every plan or key may list profiles: 403, or 404 where the list doesn't exist. */
function isHidden(error: ServiceError): boolean {
  if (error.kind === 'refused' || error.kind === 'moved') return [403, 404].includes(error.status);
  return error.kind === 'profile-unknown';
}
