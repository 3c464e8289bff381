import { commitCheck } from '../monitor/commit-check';
import { allOrTyped } from '../profiles/choose-profiles';
import type { Http } from '../services/http';
import { services } from '../services/registry';
import { putKey } from '../state/api-keys';
import { type Connection, keyHint, targetsOf } from '../state/connection';
import { connectionStateItem, connectionsItem } from '../state/items';
import { unparsedAnswerItem } from '../state/session-items';
import { transaction } from '../storage/transaction';
import type { Transaction } from '../storage/unit-of-work';
import type { Commands, SaveReply } from './messages';
import { refuseSameKey } from './same-key';
import { stateAfterTrial, type Trial, tryKey } from './try-key';

/** Tries a new connection and saves it, with its first listings, where it works. */
export async function addConnection(
  http: Http,
  { service, apiKey, keyKeptUntil, label, profileIds }: Commands['addConnection'],
): Promise<SaveReply> {
  const entered = { service, apiKey };
  const refusal = await transaction(http.now(), (tx) => refuseSameKey(tx, entered));
  if (refusal) return refusal;
  const tried = await tryKey(http, service, apiKey, profileIds);
  if (!tried.ok) return tried.reply;

  const now = http.now();
  const { hasProfiles } = services[service];
  const connection: Connection = {
    id: crypto.randomUUID(),
    service,
    label,
    keyHint: keyHint(apiKey),
    keyRevision: 1,
    ...(keyKeptUntil && { keyKeptUntil }),
    paused: false,
    addedAt: now,
    profiles: [],
    ...(hasProfiles && allOrTyped(tried.trial.profiles, profileIds)),
  };
  return transaction(now, async (tx): Promise<SaveReply> => {
    // Another window may have added this key meanwhile.
    const late = await refuseSameKey(tx, entered);
    if (late) return late;
    const [connections] = await tx.get([connectionsItem]);
    tx.put(connectionsItem, [...connections, connection]);
    await putKey(tx, connection.id, apiKey, keyKeptUntil);
    await commitTrial(tx, connection, tried.trial, now);
    return { kind: 'saved', connectionId: connection.id };
  });
}

/** The trial's listings are the connection's first check, so nothing is requested twice. */
async function commitTrial(
  tx: Transaction,
  connection: Connection,
  trial: Trial,
  now: number,
): Promise<void> {
  for (const target of targetsOf(connection)) {
    const first = trial.listings.find(({ profileId }) => profileId === target.profileId);
    if (!first) continue;
    if (first.shape) tx.put(unparsedAnswerItem(connection.id), first.shape);
    await commitCheck(tx, {
      connection,
      target,
      startedAt: first.startedAt,
      endedAt: now,
      result: { ok: true, value: first.listing },
      random: Math.random(),
    });
  }
  tx.put(connectionStateItem(connection.id), stateAfterTrial(connection, trial, {}, now));
}
