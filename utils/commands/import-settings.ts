import { applySettingsChange } from '../monitor/apply-settings';
import { connectionsItem, policyItem, settingsItem } from '../state/items';
import { withChanges } from '../state/settings';
import { transaction } from '../storage/transaction';
import type { Commands, ImportReply } from './messages';
import { importedConnection } from './settings-file';

/**
 * Imports a file's settings and adds the connections that are missing. They have no key and ask for
 * one.
 *
 * @param now ms since the epoch
 */
export function importSettings(
  now: number,
  { settings, connections }: Commands['importSettings'],
): Promise<ImportReply> {
  return transaction(now, async (tx) => {
    const [own, policy, stored] = await tx.get([settingsItem, policyItem, connectionsItem]);
    const known = new Set(stored.map(({ id }) => id));
    const added = new Map(
      connections.filter(({ id }) => !known.has(id)).map((entry) => [entry.id, entry]),
    );
    tx.put(settingsItem, settings);
    tx.put(connectionsItem, [
      ...stored,
      ...[...added.values()].map((entry) => importedConnection(entry, now)),
    ]);
    const before = withChanges(own, policy.settings);
    await applySettingsChange(tx, before, withChanges(settings, policy.settings), now);
    return { added: added.size };
  });
}
