import * as z from 'zod/mini';
import type { Target } from '../accounts/identity';
import { type ServiceId, serviceIds } from '../services/registry';
import { serviceErrorSchema } from '../services/result';
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
  /** Grows with each new key, so that the answer to an old one can be told. */
  keyRevision: z.number(),
  keyKeptUntil: z.exactOptional(keyKeptUntilSchema),
  /** Set by the organization's policy, which also has the key: nobody edits or removes it here. */
  managed: z.exactOptional(z.literal(true)),
  paused: z.boolean(),
  /** ms since the epoch */
  addedAt: z.number(),
  /** What is watched at a service with profiles; else empty. */
  profiles: z.array(profileSchema),
  /** Absent where the user typed the ids, as there may be no list to be had. */
  profilesFrom: z.exactOptional(profilesFromSchema),
  /** Found at the service, but not chosen. */
  otherProfiles: z.exactOptional(z.array(profileSchema)),
  /** Ids that were chosen and are gone at the service: watched again where it lists them again. */
  retiredChoice: z.exactOptional(z.array(z.string())),
});

export type Connection = z.infer<typeof connectionSchema>;

/** The last look for profiles: when, and when the next one is. Times are ms since the epoch. */
const profilesLookSchema = z.object({
  at: z.number(),
  nextAt: z.number(),
  /** Why it failed, where it did. */
  error: z.exactOptional(serviceErrorSchema),
  /** When the last one that went well was, where this one failed. */
  goodAt: z.exactOptional(z.number()),
});

export type ProfilesCheck = z.infer<typeof profilesLookSchema>;

/** What the monitor has to remember of a connection as a whole. Times are ms since the epoch. */
export const connectionStateSchema = z.object({
  /** When somebody last pressed "Check now". */
  askedAt: z.exactOptional(z.number()),
  /** No request before `until`; `since` tells when a clock that was set back makes it void. */
  blocked: z.exactOptional(
    z.object({ by: z.enum(['refusal', 'rate-limit']), since: z.number(), until: z.number() }),
  ),
  /** Set while the service refuses the key. */
  refusedSince: z.exactOptional(z.number()),
  profilesLook: z.exactOptional(profilesLookSchema),
  /** Reads used in one UTC clock hour, counted from the epoch. */
  reads: z.exactOptional(z.object({ hour: z.number(), used: z.number() })),
});

export type ConnectionState = z.infer<typeof connectionStateSchema>;

/** The last characters of a key, few enough to be worth nothing. */
export function keyHint(key: string): string {
  return key.length < 12 ? '' : key.slice(-3);
}

/** What has to be asked to see all of a connection: itself, or each of its profiles. */
export function targetsOf(connection: Connection, hasProfiles: boolean): Target[] {
  if (!hasProfiles) return [{ connectionId: connection.id }];
  return connection.profiles.map(({ id }) => ({ connectionId: connection.id, profileId: id }));
}

/** The profiles that a connection watched before and no longer does, as targets. */
export function droppedTargets(before: Connection, after: Connection): Target[] {
  const kept = new Set(after.profiles.map(({ id }) => id));
  return targetsOf(before, true).filter(({ profileId = '' }) => !kept.has(profileId));
}

const managedPrefix = 'managed:';

/**
 * The id of a connection that a policy sets: the same for as long as the policy calls it the same,
 * whatever its key. The ids of users' own connections are UUIDs, and never equal one.
 */
export function managedId(service: ServiceId, name: { id: string } | { label: string }): string {
  const [kind, text] = 'id' in name ? ['id', name.id] : ['label', name.label];
  return `${managedPrefix}${service}:${kind}:${encodeURIComponent(text.toWellFormed())}`;
}

/** True for the id of a connection that a policy sets. */
export function isManagedId(connectionId: string): boolean {
  return connectionId.startsWith(managedPrefix);
}
