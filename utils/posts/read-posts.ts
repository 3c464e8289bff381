import { hasAccess } from '../requests/host-access';
import { requestWith, takeLease } from '../requests/lease';
import { postsDueAt, readsToKeep } from '../schedule/posts-due';
import { apis } from '../services/apis';
import type { Http } from '../services/http';
import type { ServiceId } from '../services/registry';
import { connectionsItem, pagingItem } from '../state/items';
import { readSchedule } from '../state/read-state';
import { readItems, type ValueSource } from '../storage/read-items';
import { transaction } from '../storage/transaction';
import { commitPage } from './commit-page';
import { nextPage, resumePaging } from './paging';

/**
 * Asks for one page of posts where one is due at this service, and stores the result. A worker
 * killed on the way has counted at most one read; the page is asked for again.
 *
 * @returns false where nothing is due
 */
export async function readDuePage(
  http: Http,
  service: ServiceId,
  source?: ValueSource,
): Promise<boolean> {
  const now = http.now();
  const { connections, settings } = await readSchedule(now, source);
  const due = connections.find(
    (monitored) =>
      monitored.connection.service === service && postsDueAt(monitored, settings, now) <= now,
  );
  const { listPosts } = apis[service];
  if (!due || !listPosts) return false;
  const { id } = due.connection;
  const lease = await takeLease(id, now, readsToKeep(due, settings, now));
  if (!lease) return false;

  const [stored] = await readItems([pagingItem(id)]);
  const reading = resumePaging(stored, lease.keyRevision, now);
  const result = await requestWith(lease, await hasAccess(service), (key) =>
    listPosts(http, key, nextPage(reading)),
  );

  const endedAt = http.now();
  await transaction(endedAt, async (tx) => {
    const [current] = await tx.get([connectionsItem]);
    const connection = current.find((other) => other.id === id);
    // It was removed, or got another key, while the request was out.
    if (connection?.keyRevision !== lease.keyRevision) return;
    await commitPage(tx, { connection, reading, result, now: endedAt, random: Math.random() });
  });
  return true;
}
