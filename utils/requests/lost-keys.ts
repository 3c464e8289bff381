import { targetId } from '../accounts/identity';
import { keyLostNotice } from '../alerts/notice';
import { queueNotices } from '../alerts/queue-notices';
import type { KeyLoss } from '../services/result';
import { readKey } from '../state/api-keys';
import { targetsOf } from '../state/connection';
import { connectionStateItem, connectionsItem, targetStateItem, versionItem } from '../state/items';
import type { Notice } from '../state/outbox-schema';
import { settingsInForce } from '../state/read-state';
import { sessionStartedItem } from '../state/session-items';
import { readItems } from '../storage/read-items';
import { transaction } from '../storage/transaction';

/**
 * At the first start of a session or after an update of the extension: notifies each lost key that
 * was kept only until then, and makes its targets due, so that pages and badge show it at once.
 *
 * A browser restart and an extension update both clear `storage.session`, so a missing marker there
 * means a new session. The marker is written last: a worker killed earlier repeats this, and a loss
 * already noted is skipped.
 *
 * @param now ms since the epoch
 * @param version the extension's own; differs from the stored one after an update
 */
export async function noteLostKeys(now: number, version: string): Promise<void> {
  const [isStarted] = await readItems([sessionStartedItem]);
  if (isStarted) return;
  await transaction(now, async (tx) => {
    const [connections, before] = await tx.get([connectionsItem, versionItem]);
    const settings = await settingsInForce(tx);
    const lostBy: KeyLoss = before === null || before === version ? 'browser-closed' : 'updated';
    const notices: Notice[] = [];
    for (const connection of connections) {
      // An imported connection has no key hint: it never had a key here to lose.
      if (connection.keyKeptUntil !== 'browser-closes' || !connection.keyHint) continue;
      const stateItem = connectionStateItem(connection.id);
      const [state] = await tx.get([stateItem]);
      if (state.keyLost || (await readKey(tx, connection.id)) !== undefined) continue;
      tx.put(stateItem, { ...state, keyLost: { by: lostBy, since: now } });
      for (const target of targetsOf(connection)) {
        const item = targetStateItem(targetId(target));
        await tx.update(item, (state) => state && { ...state, nextCheckAt: now });
      }
      if (!connection.paused) notices.push(keyLostNotice(connection, lostBy, now));
    }
    await queueNotices(tx, settings, ({ notify }) => (notify.refused ? notices : []));
    if (before !== version) tx.put(versionItem, version);
  });
  await transaction(now, async (tx) => tx.put(sessionStartedItem, true));
}
