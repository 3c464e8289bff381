import { targetId } from '../accounts/identity';
import type { Commands, SaveReply } from '../messages';
import { commitCheck } from '../monitor/commit';
import { type Connection, keyHint, targetsOf } from '../monitor/connection';
import { countRead } from '../monitor/connection-block';
import { readsUsed } from '../monitor/watched';
import type { Http } from '../services/http';
import { services } from '../services/registry';
import type { Profile } from '../services/service';
import {
  accountsItem,
  connectionStateItem,
  connectionsItem,
  targetStateItem,
} from '../storage/items';
import { putKey, readKey } from '../storage/keys';
import { readItems } from '../storage/read';
import { type Transaction, transaction } from '../storage/transaction';
import { type Trial, type TrialResult, tryKey } from './try-key';

/** Tries a new connection, and saves it with its first listings where it works. */
export async function addConnection(
  http: Http,
  { service, apiKey, keyKeptUntil, label, profileIds }: Commands['addConnection'],
): Promise<SaveReply> {
  const tried = await tryKey(http, service, apiKey, profileIds);
  if (!tried.ok) return tried.reply;

  const now = http.now();
  const connection: Connection = {
    id: crypto.randomUUID(),
    service,
    label,
    keyHint: keyHint(apiKey),
    keyRevision: 1,
    ...(keyKeptUntil && { keyKeptUntil }),
    paused: false,
    addedAt: now,
    profiles: tried.trial.profiles,
  };
  await transaction(now, async (tx) => {
    const [connections] = await tx.get([connectionsItem]);
    tx.put(connectionsItem, [...connections, connection]);
    await putKey(tx, connection.id, apiKey, keyKeptUntil ?? 'removed');
    await commitTrial(tx, connection, tried.trial, now);
  });
  return { kind: 'saved', connectionId: connection.id };
}

/** Changes a connection; a new key or other profiles are tried first. */
export async function editConnection(
  http: Http,
  { connectionId, apiKey, keyKeptUntil, label, profileIds }: Commands['editConnection'],
): Promise<SaveReply> {
  const [connections] = await readItems([connectionsItem]);
  const before = connections.find(({ id }) => id === connectionId);
  if (!before) return { kind: 'gone' };

  const key = apiKey ?? (await transaction(http.now(), (tx) => readKey(tx, connectionId)));
  if (key === undefined) return { kind: 'failed', error: { kind: 'no-key' } };
  const sameProfiles =
    profileIds.length > 0 && profileIds.join() === before.profiles.map(({ id }) => id).join();
  const wantsTrial =
    apiKey !== undefined || (services[before.service].hasProfiles && !sameProfiles);
  const tried: TrialResult = wantsTrial
    ? await tryKey(http, before.service, key, profileIds)
    : { ok: true, trial: { profiles: before.profiles, listings: [] } };
  if (!tried.ok) return tried.reply;

  const now = http.now();
  return transaction(now, async (tx) => {
    const [current, state] = await tx.get([connectionsItem, connectionStateItem(connectionId)]);
    const stored = current.find(({ id }) => id === connectionId);
    if (!stored) return { kind: 'gone' };
    const next: Connection = {
      ...stored,
      label,
      ...(keyKeptUntil && { keyKeptUntil }),
      profiles: tried.trial.profiles.map((profile) => withKnownName(profile, stored)),
      ...(apiKey !== undefined && {
        keyHint: keyHint(apiKey),
        keyRevision: stored.keyRevision + 1,
      }),
    };
    tx.put(
      connectionsItem,
      current.map((connection) => (connection.id === connectionId ? next : connection)),
    );
    await putKey(tx, connectionId, key, next.keyKeptUntil ?? 'removed');
    if (wantsTrial) {
      const { refusedSince: _refused, blocked: _blocked, ...works } = state;
      tx.put(connectionStateItem(connectionId), { ...works, askedAt: now });
    }
    const kept = new Set(next.profiles.map(({ id }) => id));
    for (const { id: profileId } of stored.profiles.filter(({ id }) => !kept.has(id))) {
      const id = targetId({ connectionId, profileId });
      tx.remove(accountsItem(id));
      tx.remove(targetStateItem(id));
    }
    return { kind: 'saved', connectionId };
  });
}

/** A profile id that is typed by hand has no name of its own; one that was found keeps it. */
function withKnownName(profile: Profile, { profiles }: Connection): Profile {
  return profile.name ? profile : (profiles.find(({ id }) => id === profile.id) ?? profile);
}

/** The listings of the trial are the connection's first check; nothing is asked for twice. */
async function commitTrial(
  tx: Transaction,
  connection: Connection,
  { listings }: Trial,
  now: number,
): Promise<void> {
  for (const target of targetsOf(connection, services[connection.service].hasProfiles)) {
    const first = listings.find(({ profileId }) => profileId === target.profileId);
    if (!first) continue;
    await commitCheck(tx, {
      connection,
      target,
      startedAt: first.startedAt,
      endedAt: now,
      result: { ok: true, value: first.listing },
      random: Math.random(),
    });
  }
  if (readsUsed({ connection, state: {} }, now)) {
    tx.put(connectionStateItem(connection.id), countRead({}, now));
  }
}
