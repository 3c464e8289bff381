import { clients } from '../services/clients';
import type { Http } from '../services/http';
import { failure, type ServiceError } from '../services/result';
import { connectionsItem } from '../storage/items';
import { transaction } from '../storage/transaction';
import { commitCheck } from './commit';
import { hasAccess } from './host-access';
import { takePermit } from './permit';
import type { WatchedConnection, WatchedTarget } from './watched';

/**
 * Checks one target and stores what came of it. A worker that is killed on the way has counted a
 * read at most; the target is still due.
 *
 * @returns the error where the check failed
 */
export async function checkTarget(
  http: Http,
  { connection }: WatchedConnection,
  { target }: WatchedTarget,
): Promise<ServiceError | undefined> {
  const startedAt = http.now();
  const permit = await takePermit(connection.id, startedAt);
  if (!permit) return undefined;

  const result = !(await hasAccess(connection.service))
    ? failure({ kind: 'no-permission' })
    : permit.key === undefined
      ? failure({ kind: 'no-key' })
      : await clients[connection.service].listAccounts(http, permit.key, target.profileId);

  const endedAt = http.now();
  await transaction(endedAt, async (tx) => {
    const [connections] = await tx.get([connectionsItem]);
    const current = connections.find(({ id }) => id === connection.id);
    // Removed, or given another key or other profiles, while the request was out.
    if (current?.keyRevision !== permit.keyRevision) return;
    if (target.profileId && !current.profiles.some(({ id }) => id === target.profileId)) return;
    const random = Math.random();
    await commitCheck(tx, { connection: current, target, startedAt, endedAt, result, random });
  });
  return result.ok ? undefined : result.error;
}
