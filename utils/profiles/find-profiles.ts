import { conditionOf } from '../accounts/attention';
import { appendEvents } from '../accounts/history/history';
import { changeOf } from '../accounts/history/status-change';
import { targetId } from '../accounts/identity';
import { commitFailure } from '../requests/commit-failure';
import { hasAccess } from '../requests/host-access';
import { requestWith, takeLease } from '../requests/lease';
import { connectionAfterListing, waitUntil } from '../schedule/connection-block';
import { apis } from '../services/apis';
import type { Http } from '../services/http';
import type { ServiceError } from '../services/result';
import {
  findProfilesEveryMs,
  isProfileUnknown,
  type MonitoredConnection,
} from '../state/app-state';
import { type Connection, type ProfilesCheck, targetsOf } from '../state/connection';
import {
  accountsItem,
  connectionStateItem,
  connectionsItem,
  historyItem,
  targetStateItem,
} from '../state/items';
import { transaction } from '../storage/transaction';
import type { Transaction } from '../storage/unit-of-work';
import { forgetTargets } from './forget';
import { mergeProfiles, nextListAfterFailure } from './merge-profiles';

/**
 * Lists the service's profiles and stores the result: new ones are due at once, vanished ones are
 * retired and keep their history. A failed list changes none.
 */
export async function findProfiles(http: Http, { connection }: MonitoredConnection): Promise<void> {
  const { listProfiles } = apis[connection.service];
  const startedAt = http.now();
  const lease = listProfiles && (await takeLease(connection.id, startedAt));
  if (!lease) return;
  const result = await requestWith(lease, await hasAccess(connection.service), (key) =>
    listProfiles(http, key),
  );

  const now = http.now();
  await transaction(now, async (tx) => {
    const [connections] = await tx.get([connectionsItem]);
    const current = connections.find(({ id }) => id === connection.id);
    if (current?.keyRevision !== lease.keyRevision || !current.profilesFrom) return;
    if (!result.ok) return commitFailedList(tx, current, result.error, startedAt, now);
    const found = mergeProfiles(current, result.value, await unknownOf(tx, current));
    tx.put(
      connectionsItem,
      connections.map((other) => (other === current ? found.connection : other)),
    );
    await tx.update(connectionStateItem(connection.id), (state) => ({
      ...connectionAfterListing(state, startedAt, now),
      profilesCheck: { at: startedAt, nextAt: now + findProfilesEveryMs },
    }));
    await retire(tx, current, found.retired, now);
  });
}

/** Checks of known profiles report a rejected key; without any, this does. */
async function commitFailedList(
  tx: Transaction,
  connection: Connection,
  error: ServiceError,
  startedAt: number,
  now: number,
): Promise<void> {
  const item = connectionStateItem(connection.id);
  const [state] = await tx.get([item]);
  const { profilesCheck: before } = state;
  const listedAt = before?.error ? before.listedAt : before?.at;
  const profilesCheck = (judged: ServiceError): ProfilesCheck => ({
    at: startedAt,
    nextAt: nextListAfterFailure(judged, now),
    error: judged,
    ...(listedAt !== undefined && { listedAt: Math.min(listedAt, now) }),
  });
  const isRefused = error.kind === 'refused' && connection.profiles.length === 0;
  if (isRefused || error.kind === 'no-key' || waitUntil(error) !== undefined) {
    await commitFailure(tx, connection, error, now, (judged) => ({
      profilesCheck: profilesCheck(judged),
    }));
  } else {
    tx.put(item, { ...state, profilesCheck: profilesCheck(error) });
  }
}

/** Profiles whose accounts the service answered with "no such profile". */
async function unknownOf(tx: Transaction, connection: Connection): Promise<Set<string>> {
  const items = targetsOf(connection).map((target) => targetStateItem(targetId(target)));
  const states = await tx.get(items);
  const unknown = connection.profiles.filter((_, i) => states[i] && isProfileUnknown(states[i]));
  return new Set(unknown.map(({ id }) => id));
}

/** Deletes profiles' stored data, but keeps their history. */
async function retire(
  tx: Transaction,
  connection: Connection,
  profileIds: readonly string[],
  now: number,
): Promise<void> {
  if (profileIds.length === 0) return;
  const targets = profileIds.map((profileId) => ({ connectionId: connection.id, profileId }));
  const lists = await tx.get(targets.map((target) => accountsItem(targetId(target))));
  const events = lists.flatMap((accounts) =>
    (accounts ?? []).map((account) => changeOf(account, conditionOf(account), 'retired', now)),
  );
  await tx.update(historyItem, (history) => appendEvents(history, events, now));
  forgetTargets(tx, targets);
}
