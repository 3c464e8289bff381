import { targetId } from '../accounts/identity';
import {
  allOrTyped,
  chosenOf,
  isChoiceAmongFound,
  isWatchedNow,
  knownProfiles,
  type ProfileChoice,
} from '../profiles/choose-profiles';
import { forgetTargets } from '../profiles/forget';
import type { Http } from '../services/http';
import { services } from '../services/registry';
import { putKey, readKey } from '../state/api-keys';
import { type Connection, droppedTargets, keyHint, targetsOf } from '../state/connection';
import { connectionStateItem, connectionsItem, postsItem, targetStateItem } from '../state/items';
import { readItems } from '../storage/read-items';
import { transaction } from '../storage/transaction';
import type { Transaction } from '../storage/unit-of-work';
import type { Commands, SaveReply } from './messages';
import { refuseSameKey } from './same-key';
import { stateAfterTrial, type Trial, tryKey } from './try-key';

/** Changes a connection. A new key, or profiles that were never found, are tried first. */
export async function editConnection(
  http: Http,
  command: Commands['editConnection'],
): Promise<SaveReply> {
  const { connectionId, apiKey, keyKeptUntil, label, profileIds } = command;
  const [connections] = await readItems([connectionsItem]);
  const before = connections.find(({ id }) => id === connectionId);
  // Connections set by policy can't be edited, and no page offers it.
  if (!before || before.managed) return { kind: 'gone' };

  const refuseSame = async (tx: Transaction) =>
    apiKey === undefined
      ? undefined
      : refuseSameKey(tx, { service: before.service, apiKey, connectionId });
  const refusal = await transaction(http.now(), refuseSame);
  if (refusal) return refusal;
  const key = apiKey ?? (await transaction(http.now(), (tx) => readKey(tx, connectionId)));
  if (key === undefined) return { kind: 'failed', error: { kind: 'no-key' } };
  const trial = await trialOf(http, before, key, command);
  if (trial && !trial.ok) return trial.reply;

  const now = http.now();
  return transaction(now, async (tx): Promise<SaveReply> => {
    const [current, state] = await tx.get([connectionsItem, connectionStateItem(connectionId)]);
    const stored = current.find(({ id }) => id === connectionId);
    if (!stored) return { kind: 'gone' };
    // Another window may have added this key meanwhile.
    const late = await refuseSame(tx);
    if (late) return late;
    const { hasProfiles } = services[stored.service];
    const choice = hasProfiles ? choiceOf(stored, profileIds, trial?.trial) : { profiles: [] };
    if (hasProfiles && choice.profiles.length === 0) {
      return { kind: 'failed', error: { kind: 'profile-unknown' } };
    }
    const next: Connection = {
      ...withoutChoice(stored),
      ...choice,
      label,
      ...(keyKeptUntil && { keyKeptUntil }),
      ...(apiKey !== undefined && {
        keyHint: keyHint(apiKey),
        keyRevision: stored.keyRevision + 1,
      }),
    };
    tx.put(
      connectionsItem,
      current.map((connection) => (connection.id === connectionId ? next : connection)),
    );
    // Another window may have saved a different key meanwhile.
    const kept = apiKey ?? (await readKey(tx, connectionId)) ?? key;
    await putKey(tx, connectionId, kept, next.keyKeptUntil);
    // The new key may see other posts, or see them where the old one couldn't.
    if (apiKey !== undefined) tx.remove(postsItem(connectionId));
    if (trial) {
      const tried = stateAfterTrial(next, trial.trial, state, now);
      tx.put(connectionStateItem(connectionId), { ...tried, askedAt: now });
      await forgetFailures(tx, next);
    }
    forgetTargets(tx, droppedTargets(stored, next));
    return { kind: 'saved', connectionId };
  });
}

/** `undefined` where neither the key nor the profiles are new, so there is nothing to try. */
async function trialOf(
  http: Http,
  before: Connection,
  key: string,
  { apiKey, profileIds }: Commands['editConnection'],
) {
  const isChoice = isChoiceAmongFound(before, profileIds);
  const { hasProfiles } = services[before.service];
  const sameProfiles = !hasProfiles || isChoice || isWatchedNow(before, profileIds);
  if (apiKey === undefined && sameProfiles) return undefined;
  const tried = await tryKey(http, before.service, key, isChoice ? [] : profileIds);
  // Where the new key may not list profiles, try the known ones themselves.
  const isHidden = !tried.ok && tried.reply.kind === 'profiles-hidden';
  return isChoice && isHidden ? tryKey(http, before.service, key, profileIds) : tried;
}

function choiceOf(
  stored: Connection,
  profileIds: readonly string[],
  trial: Trial | undefined,
): ProfileChoice {
  const { retiredChoice } = stored;
  const wereListed = trial === undefined || trial.listings.length === 0;
  if (wereListed && isChoiceAmongFound(stored, profileIds)) {
    const chosen = chosenOf(trial?.profiles ?? knownProfiles(stored), profileIds);
    return { ...chosen, ...(retiredChoice && { retiredChoice }) };
  }
  return trial ? allOrTyped(trial.profiles, profileIds, stored) : stored;
}

function withoutChoice({
  profiles: _profiles,
  otherProfiles: _other,
  profilesFrom: _from,
  retiredChoice: _retired,
  ...rest
}: Connection): Omit<Connection, keyof ProfileChoice> {
  return rest;
}

/** Earlier failures may be over, so don't show them again before the next check. */
async function forgetFailures(tx: Transaction, connection: Connection): Promise<void> {
  for (const target of targetsOf(connection)) {
    await tx.update(targetStateItem(targetId(target)), (state) => {
      if (!state?.last?.error) return state;
      const { last: _last, ...rest } = state;
      return rest;
    });
  }
}
