import { targetId } from '../accounts/identity';
import type { Commands } from '../messages';
import { phaseOf } from '../monitor/commit';
import { forgetPosts } from '../monitor/commit-evidence';
import { regularTurn } from '../monitor/next-check';
import { type Settings, withChanges } from '../settings';
import { policyItem, settingsItem, targetStateItem } from '../storage/items';
import { readSchedule } from '../storage/read';
import { transaction } from '../storage/transaction';
import type { Transaction } from '../storage/writing';
import { minuteMs } from '../time';

/**
 * Changes some of the user's own settings. One that the organization sets stays in force; what the
 * user chose in its place is kept for the day when it no longer does.
 *
 * @param now ms since the epoch
 */
export function changeSettings(now: number, changes: Commands['changeSettings']): Promise<void> {
  return transaction(now, async (tx) => {
    const [own, policy] = await tx.get([settingsItem, policyItem]);
    const next = withChanges(own, changes);
    tx.put(settingsItem, next);
    const before = withChanges(own, policy.settings);
    await settle(tx, before, withChanges(next, policy.settings), now);
  });
}

/**
 * What a change of settings leads to: a new interval gives each target that is well a new turn
 * within it; posts that are switched on or off are read from the beginning, or forgotten.
 *
 * @param now ms since the epoch
 */
export async function settle(
  tx: Transaction,
  before: Settings,
  after: Settings,
  now: number,
): Promise<void> {
  if (after.watchPosts !== before.watchPosts) await forgetPosts(tx, now);
  if (after.checkEveryMinutes === before.checkEveryMinutes) return;
  const intervalMs = after.checkEveryMinutes * minuteMs;
  for (const { connection, targets } of (await readSchedule(now)).connections) {
    for (const { target, state } of targets) {
      if (state.failures > 0 || state.nextCheckAt <= now) continue;
      const phase = phaseOf(connection, target);
      const nextCheckAt = regularTurn(state.nextCheckAt, now, { intervalMs, phase });
      tx.put(targetStateItem(targetId(target)), { ...state, nextCheckAt });
    }
  }
}
