import { alertUser } from '../alerts/deliver';
import { keepSnapshot } from './keep-snapshot';
import { snapshotOf } from './snapshot';

/**
 * Updates everything seen outside pages from the stored state: badge, notifications, and the
 * popup's snapshot.
 *
 * @param now ms since the epoch
 */
export async function publishState(now: number): Promise<void> {
  const shown = await alertUser(now);
  if (shown) await keepSnapshot(now, shown.writes, () => snapshotOf(shown.state, now));
}
