import type { Listing } from '../accounts/account';
import { targetId } from '../accounts/identity';
import { hasAccess } from '../requests/host-access';
import { requestWith, takeLease } from '../requests/lease';
import { apis } from '../services/apis';
import type { Http } from '../services/http';
import type { Result } from '../services/result';
import type { MonitoredConnection, MonitoredTarget } from '../state/app-state';
import { outcomeOf } from '../state/check-log';
import { connectionsItem } from '../state/items';
import { groupCommit } from '../storage/group-commit';
import { commitCheck, itemsOfCheck } from './commit-check';
import { noteCheck } from './write-check-log';

type RequestOutcome = Result<Listing> | undefined;

/** Sends a request in its turn; `undefined` where it is no longer needed. */
export type InTurn = (request: () => Promise<RequestOutcome>) => Promise<RequestOutcome>;

/**
 * Checks one target and stores the result. A worker killed on the way has counted at most one read;
 * the target is still due.
 */
export async function checkTarget(
  http: Http,
  { connection }: MonitoredConnection,
  { target }: MonitoredTarget,
  inTurn: InTurn = (request) => request(),
): Promise<void> {
  let startedAt = http.now();
  const [lease, mayAsk] = await Promise.all([
    takeLease(connection.id, startedAt),
    hasAccess(connection.service),
  ]);
  if (!lease) return;

  const client = apis[connection.service];
  const result = await inTurn(() => {
    startedAt = http.now();
    return requestWith(lease, mayAsk, (key) => client.listAccounts(http, key, target.profileId));
  });
  if (!result) return;

  const endedAt = http.now();
  const id = targetId(target);
  const itemsToRead = [connectionsItem, ...itemsOfCheck(connection.id, id)];
  const isKept = await groupCommit(endedAt, itemsToRead, async (tx) => {
    const [connections] = await tx.get([connectionsItem]);
    const current = connections.find((other) => other.id === connection.id);
    // It was removed, or got another key or other profiles, while the request was out.
    if (current?.keyRevision !== lease.keyRevision) return false;
    if (target.profileId && !current.profiles.some(({ id }) => id === target.profileId)) {
      return false;
    }
    const random = Math.random();
    await commitCheck(tx, { connection: current, target, startedAt, endedAt, result, random });
    return true;
  });
  if (isKept) {
    const tookMs = Math.max(0, endedAt - startedAt);
    await noteCheck({ at: startedAt, tookMs, target: id, outcome: outcomeOf(result) });
  }
}
