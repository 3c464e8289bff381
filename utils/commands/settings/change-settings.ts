import { applySettingsChange } from '../../monitor/apply-settings';
import { policyItem, settingsItem } from '../../state/items';
import { withChanges } from '../../state/settings';
import { transaction } from '../../storage/transaction';
import type { Commands } from '../messages';

/**
 * Changes some of the user's settings. Where the organization sets one, that stays in force and the
 * user's choice is kept for later.
 *
 * @param now ms since the epoch
 */
export function changeSettings(now: number, changes: Commands['changeSettings']): Promise<void> {
  return transaction(now, async (tx) => {
    const [own, policy] = await tx.get([settingsItem, policyItem]);
    const next = withChanges(own, changes);
    tx.put(settingsItem, next);
    await applySettingsChange(tx, withChanges(next, policy.settings), now);
  });
}
