import type { AppState } from '../state/app-state';
import type { Outbox } from '../state/outbox-schema';
import { holdLosses } from './mass-drop';
import { pack } from './outbox';
import { currentNotices, currentNotifications, isAbout } from './still-current';

/**
 * An outbox ready to be delivered: what still holds is packed, and what has to wait longer stays.
 *
 * @param retiredIds ids of policy connections that are missing, perhaps because the policy is still
 * loading: their notices wait
 * @param now ms since the epoch
 */
export function prepare(
  { waiting, notifications }: Outbox,
  appState: AppState,
  retiredIds: readonly string[],
  now: number,
): Outbox {
  const { later = [], ready = [] } = Object.groupBy(waiting, (notice) =>
    isAbout(notice, retiredIds) ? 'later' : 'ready',
  );
  const current = currentNotices(ready, appState, now);
  const { held, due } = holdLosses(current, appState, now);
  const packed = pack({
    waiting: due,
    notifications: currentNotifications(notifications, appState, now),
  });
  return { ...packed, waiting: [...later, ...held] };
}
