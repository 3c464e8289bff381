import { applySettingsChange } from '../../monitor/apply-settings';
import { clientsItem, connectionsItem, policyItem, settingsItem } from '../../state/items';
import { withChanges } from '../../state/settings';
import { transaction } from '../../storage/transaction';
import type { Commands, ImportReply } from '../messages';
import { importedConnection } from './settings-file';

/**
 * Imports a file's settings and adds the connections that are missing. They have no key and ask for
 * one.
 *
 * @param now ms since the epoch
 */
export function importSettings(
  now: number,
  { settings, connections, clients }: Commands['importSettings'],
): Promise<ImportReply> {
  return transaction(now, async (tx) => {
    const [own, policy, stored, known] = await tx.get([
      settingsItem,
      policyItem,
      connectionsItem,
      clientsItem,
    ]);
    const ids = new Set(stored.map(({ id }) => id));
    const added = new Map(
      connections.filter(({ id }) => !ids.has(id)).map((entry) => [entry.id, entry]),
    );
    tx.put(settingsItem, settings);
    tx.put(clientsItem, { ...known, ...clients });
    tx.put(connectionsItem, [
      ...stored,
      ...[...added.values()].map((entry) => importedConnection(entry, now)),
    ]);
    const before = withChanges(own, policy.settings);
    await applySettingsChange(tx, before, withChanges(settings, policy.settings), now);
    return { added: added.size };
  });
}
