import { alertUser } from '../alerts/deliver';
import { keepSnapshot } from './keep-snapshot';
import { snapshotOf } from './snapshot';

/**
 * Brings all that is seen before a page opens up to date with what is stored: badge, notifications,
 * and the popup's snapshot.
 *
 * @param now ms since the epoch
 */
export async function showState(now: number): Promise<void> {
  const shown = await alertUser(now);
  if (shown) await keepSnapshot(now, shown.writes, () => snapshotOf(shown.state, now));
}
