import { targetId } from '../accounts/identity';
import { forgetPosts } from '../posts/commit-failing-posts';
import { phaseOf, regularSlot } from '../schedule/next-check';
import { targetStateItem } from '../state/items';
import { readSchedule, settingsInForce } from '../state/read-state';
import type { Settings } from '../state/settings';
import type { Transaction } from '../storage/unit-of-work';
import { minuteMs } from '../time';

/**
 * Applies changed settings. A new interval gives each healthy target a new slot; switching posts on
 * or off forgets them, so that they are read from the start.
 *
 * @param now ms since the epoch
 * @param after the settings in force once the transaction is saved
 */
export async function applySettingsChange(
  tx: Transaction,
  after: Settings,
  now: number,
): Promise<void> {
  const before = await settingsInForce(tx);
  if (after.watchPosts !== before.watchPosts) await forgetPosts(tx, now);
  if (after.checkEveryMinutes === before.checkEveryMinutes) return;
  const intervalMs = after.checkEveryMinutes * minuteMs;
  for (const { connection, targets } of (await readSchedule(now)).connections) {
    for (const { target, state } of targets) {
      if (state.failures > 0 || state.nextCheckAt <= now) continue;
      const phase = phaseOf(connection, target);
      const nextCheckAt = regularSlot(state.nextCheckAt, now, { intervalMs, phase });
      tx.put(targetStateItem(targetId(target)), { ...state, nextCheckAt });
    }
  }
}
