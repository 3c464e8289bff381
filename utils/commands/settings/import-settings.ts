import { applySettingsChange } from '../../monitor/apply-settings';
import { clientsItem, connectionsItem, policyItem, settingsItem } from '../../state/items';
import { withChanges } from '../../state/settings';
import { transaction } from '../../storage/transaction';
import type { Commands, Reply } from '../messages';
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
): Promise<Reply<'importSettings'>> {
  return transaction(now, async (tx) => {
    const [policy, stored, known] = await tx.get([policyItem, connectionsItem, clientsItem]);
    const added = new Map(connections.map((entry) => [entry.id, importedConnection(entry, now)]));
    for (const { id } of stored) added.delete(id);
    tx.put(settingsItem, settings);
    tx.put(clientsItem, { ...known, ...clients });
    tx.put(connectionsItem, [...stored, ...added.values()]);
    await applySettingsChange(tx, withChanges(settings, policy.settings), now);
    return { added: added.size };
  });
}
