import type { Target } from '../accounts/identity';
import { allOrTyped, type ProfileChoice } from '../profiles/choose-profiles';
import { services } from '../services/registry';
import { type Connection, droppedTargets } from '../state/connection';
import type { PolicyConnection, PolicyRecord } from '../state/managed-policy';
import { dayMs } from '../time';

/**
 * How long (ms) a connection's data outlives its policy. A policy may be missing for a moment while
 * the browser starts, or for a weekend by mistake; nobody should lose their history over it.
 */
const keptAfterPolicyMs = 7 * dayMs;

/** `fingerprint` changes with the key and reveals nothing about it. */
export type Fingerprinted = PolicyConnection & { fingerprint: string };

export interface PolicyResult {
  connections: Connection[];
  record: PolicyRecord;
  /** Ids of connections whose key has changed. */
  rekeyed: string[];
  /** Profiles that are no longer monitored. */
  dropped: Target[];
  /** Connections gone for so long that their data is deleted. */
  toDelete: Connection[];
}

/**
 * Works out the stored connections under a policy. Users' own stay as they are; the policy's are
 * added, updated or retired.
 *
 * @param now ms since the epoch
 */
export function connectionsUnderPolicy(
  stored: readonly Connection[],
  record: PolicyRecord,
  wanted: readonly Fingerprinted[],
  now: number,
): PolicyResult {
  const ids = new Set(wanted.map(({ id }) => id));
  const known = new Map(
    [...record.retired.map(({ connection }) => connection), ...stored].map((c) => [c.id, c]),
  );
  const gone = [
    ...record.retired,
    ...stored.filter(({ managed }) => managed).map((connection) => ({ connection, since: now })),
  ].filter(({ connection }) => !ids.has(connection.id));

  const followed = wanted.map((entry) => {
    const before = known.get(entry.id);
    const rekeyed = before !== undefined && record.fingerprints[entry.id] !== entry.fingerprint;
    return { before, rekeyed, after: connectionOf(entry, before, rekeyed, now) };
  });
  const byId = new Map(followed.map(({ after }) => [after.id, after]));
  const kept = stored.filter(({ managed, id }) => !managed || ids.has(id));
  const added = [...byId.values()].filter(({ id }) => kept.every((one) => one.id !== id));
  const retired = gone.filter(({ since }) => now - since < keptAfterPolicyMs);
  const keyed = new Set(retired.map(({ connection }) => connection.id));
  return {
    connections: [...kept.map((one) => byId.get(one.id) ?? one), ...added],
    record: {
      fingerprints: Object.fromEntries([
        ...Object.entries(record.fingerprints).filter(([id]) => keyed.has(id)),
        ...wanted.map(({ id, fingerprint }) => [id, fingerprint]),
      ]),
      retired,
    },
    rekeyed: followed.filter(({ rekeyed }) => rekeyed).map(({ after }) => after.id),
    dropped: followed.flatMap(({ before, after }) => (before ? droppedTargets(before, after) : [])),
    toDelete: gone
      .filter(({ since }) => now - since >= keptAfterPolicyMs)
      .map(({ connection }) => connection),
  };
}

function connectionOf(
  { id, service, label, profileIds, client }: PolicyConnection,
  before: Connection | undefined,
  rekeyed: boolean,
  now: number,
): Connection {
  return {
    id,
    service,
    label,
    // The label already tells a policy's key from others.
    keyHint: '',
    keyRevision: (before?.keyRevision ?? 0) + (before && !rekeyed ? 0 : 1),
    managed: true,
    ...(client !== undefined && { client }),
    paused: before?.paused ?? false,
    addedAt: before?.addedAt ?? now,
    profiles: [],
    ...(services[service].hasProfiles && choiceOf(profileIds, before)),
  };
}

/** The profiles that the policy names. Where it names none, the monitor finds all of them. */
function choiceOf(
  profileIds: readonly string[] | undefined,
  before: Connection | undefined,
): ProfileChoice {
  if (!profileIds) return { profiles: before?.profiles ?? [], profilesFrom: 'all' };
  return allOrTyped(
    profileIds.map((id) => ({ id })),
    profileIds,
    before,
  );
}
