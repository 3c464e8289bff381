import { withGap } from '../accounts/history/watch-gaps';
import { type Target, targetId } from '../accounts/identity';
import { dataLifetimeMs } from '../state/app-state';
import { type Connection, otherTargetIds } from '../state/connection';
import { targetStateItem, watchGapsItem } from '../state/items';
import type { Settings } from '../state/settings';
import type { Transaction } from '../storage/unit-of-work';

/**
 * Records that nobody watched a target since its last listing, if that was too long ago: the browser
 * was closed, the connection paused, or no check succeeded. Uptime leaves that time out.
 *
 * @param listedAt when the target was last listed (ms since the epoch)
 * @param now ms since the epoch
 */
export async function recordGap(
  tx: Transaction,
  connection: Connection,
  target: Target,
  listedAt: number | undefined,
  settings: Settings,
  now: number,
): Promise<void> {
  const lifetime = dataLifetimeMs(settings);
  if (listedAt === undefined || now - listedAt <= lifetime) return;
  const others = otherTargetIds(connection, target);
  const [gaps, ...states] = await tx.get([watchGapsItem, ...others.map(targetStateItem)]);
  const gap = { connection: connection.id, from: listedAt, to: now };
  // If the whole connection had this gap, it was recorded by the first target to be listed again.
  const known = withGap(gaps, gap, lifetime, now);
  if (known === gaps) return;
  const wereOthersWatched = states.some(
    (state) => state?.listedAt !== undefined && state.listedAt > listedAt + lifetime,
  );
  const next = wereOthersWatched
    ? withGap(gaps, { ...gap, target: targetId(target) }, lifetime, now)
    : known;
  if (next !== gaps) tx.put(watchGapsItem, next);
}
