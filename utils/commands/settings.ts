import { targetId } from '../accounts/identity';
import type { Commands } from '../messages';
import { phaseOf } from '../monitor/commit';
import { forgetPosts } from '../monitor/commit-evidence';
import { regularTurn } from '../monitor/next-check';
import { settingsItem, targetStateItem } from '../storage/items';
import { readSchedule } from '../storage/read';
import { transaction } from '../storage/transaction';

/**
 * Changes some settings. A new interval gives each target that is well a new turn within it;
 * posts that are switched on or off are read from the beginning, or forgotten.
 */
export function changeSettings(now: number, changes: Commands['changeSettings']): Promise<void> {
  return transaction(now, async (tx) => {
    const [before] = await tx.get([settingsItem]);
    const settings = { ...before, ...changes, notify: { ...before.notify, ...changes.notify } };
    tx.put(settingsItem, settings);
    if (settings.watchPosts !== before.watchPosts) await forgetPosts(tx, now);
    if (settings.checkEveryMinutes === before.checkEveryMinutes) return;

    const intervalMs = settings.checkEveryMinutes * 60_000;
    for (const { connection, targets } of (await readSchedule(now)).connections) {
      for (const { target, state } of targets) {
        if (state.failures > 0 || state.nextCheckAt <= now) continue;
        const phase = phaseOf(connection, target);
        const nextCheckAt = regularTurn(state.nextCheckAt, now, { intervalMs, phase });
        tx.put(targetStateItem(targetId(target)), { ...state, nextCheckAt });
      }
    }
  });
}
