import * as z from 'zod/mini';
import { type Target, targetId } from '../accounts/identity';
import { type ServiceId, serviceIds, services } from '../services/registry';
import { keyLosses, serviceErrorSchema } from '../services/result';
import { keyKeptUntilSchema, profilesFromSchema } from './connection-fields';

const profileSchema = z.object({
  id: z.string(),
  name: z.exactOptional(z.string()),
});

/** One API key at one service, as the user entered it. The key itself is stored elsewhere. */
export const connectionSchema = z.object({
  id: z.string(),
  service: z.enum(serviceIds),
  label: z.string(),
  /** The key's last characters, to tell two keys apart. */
  keyHint: z.string(),
  /** Grows with each new key, so that an answer to an old key can be recognized. */
  keyRevision: z.number(),
  keyKeptUntil: z.exactOptional(keyKeptUntilSchema),
  /**
   * Set by the organization's policy, which also holds the key: it can't be edited or removed here.
   */
  managed: z.exactOptional(z.literal(true)),
  /** Whose accounts these are, where the policy says so. */
  client: z.exactOptional(z.string()),
  paused: z.boolean(),
  /** ms since the epoch */
  addedAt: z.number(),
  /** The monitored profiles; empty at a service without profiles. */
  profiles: z.array(profileSchema),
  /** Absent where the user typed the profile ids: the key may not list profiles. */
  profilesFrom: z.exactOptional(profilesFromSchema),
  /** Profiles of the service that the user has not chosen. */
  otherProfiles: z.exactOptional(z.array(profileSchema)),
  /** Chosen profiles that the service no longer has; monitored again if it lists them again. */
  retiredChoice: z.exactOptional(z.array(z.string())),
});

export type Connection = z.infer<typeof connectionSchema>;

/**
 * The last list of profiles: when it was asked for, and when the next one is due. Times are ms
 * since the epoch.
 */
const profilesCheckSchema = z.object({
  at: z.number(),
  nextAt: z.number(),
  /** Why it failed. */
  error: z.exactOptional(serviceErrorSchema),
  /** When the last good list came, where this one failed. */
  listedAt: z.exactOptional(z.number()),
});

export type ProfilesCheck = z.infer<typeof profilesCheckSchema>;

/** What the monitor remembers about a connection as a whole. Times are ms since the epoch. */
export const connectionStateSchema = z.object({
  /** When somebody last pressed "Check now". */
  askedAt: z.exactOptional(z.number()),
  /** No request before `until`. `since` voids the block when the clock is set back. */
  blocked: z.exactOptional(
    z.object({ by: z.enum(['refusal', 'rate-limit']), since: z.number(), until: z.number() }),
  ),
  /** When the service rejected the key for the first time; set until that is confirmed. */
  refusedOnceAt: z.exactOptional(z.number()),
  /** Set while the service rejects the key. */
  refusedSince: z.exactOptional(z.number()),
  /** Set once a key that was kept until the browser closed is gone: how, and when it was noticed. */
  keyLost: z.exactOptional(z.object({ by: z.enum(keyLosses), since: z.number() })),
  profilesCheck: z.exactOptional(profilesCheckSchema),
  /** Reads used in one UTC clock hour; `hour` counts from the epoch. */
  reads: z.exactOptional(z.object({ hour: z.number(), used: z.number() })),
});

export type ConnectionState = z.infer<typeof connectionStateSchema>;

/** The key's last characters; too few to be of use to anybody. Empty for a short key. */
export function keyHint(key: string): string {
  return key.length < 12 ? '' : key.slice(-3);
}

/** The requests that list all of a connection: one, or one for each profile. */
export function targetsOf({ id: connectionId, service, profiles }: Connection): Target[] {
  if (!services[service].hasProfiles) return [{ connectionId }];
  return profiles.map(({ id: profileId }) => ({ connectionId, profileId }));
}

/** The storage keys of a connection's other targets. */
export function otherTargetIds(connection: Connection, target: Target): string[] {
  const own = targetId(target);
  const ids = targetsOf(connection).map(targetId);
  return ids.filter((id) => id !== own);
}

/** Targets of the service's other connections, paused or not, that list the same profile. */
export function sameTargetElsewhere(
  connections: readonly Connection[],
  { id, service }: Connection,
  { profileId }: Target,
): { connection: Connection; target: Target }[] {
  return connections
    .filter((other) => other.service === service && other.id !== id)
    .flatMap((connection) =>
      targetsOf(connection)
        .filter((target) => target.profileId === profileId)
        .map((target) => ({ connection, target })),
    );
}

/** Targets of profiles that `before` monitors and `after` doesn't. */
export function droppedTargets(before: Connection, after: Connection): Target[] {
  const kept = new Set(after.profiles.map(({ id }) => id));
  return targetsOf(before).filter(
    ({ profileId }) => profileId !== undefined && !kept.has(profileId),
  );
}

const managedPrefix = 'managed:';

/**
 * The id of a connection set by policy. It stays the same while the policy's id or label does,
 * whatever the key. Users' own connections have UUIDs, which never equal one.
 */
export function managedId(service: ServiceId, name: { id: string } | { label: string }): string {
  const [kind, text] = 'id' in name ? ['id', name.id] : ['label', name.label];
  return `${managedPrefix}${service}:${kind}:${encodeURIComponent(text.toWellFormed())}`;
}

/** True for a connection that a policy sets. */
export function isManagedId(connectionId: string): boolean {
  return connectionId.startsWith(managedPrefix);
}
