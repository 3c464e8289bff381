import { type AppState, accountsOf, activeConnections } from '../state/app-state';
import { muteEndItem } from '../state/session-items';
import { setValues } from '../storage/area';
import { toStored } from '../storage/item';
import { readItems } from '../storage/read-items';

/**
 * Stores when the next timed mute ends after `now` (ms), because the badge changes then. Setting
 * the alarm needn't read every account for it.
 */
export async function storeMuteEnd(appState: AppState, now: number): Promise<void> {
  const end = firstMuteEnd(appState, now);
  const [noted] = await readItems([muteEndItem]);
  if (end !== noted) await setValues(new Map([[muteEndItem.key, toStored(muteEndItem, end)]]));
}

function firstMuteEnd(appState: AppState, now: number): number | null {
  const ends = activeConnections(appState)
    .flatMap((connection) => accountsOf(appState, connection))
    .flatMap(({ mute }) => (mute?.until === 'time' && mute.at > now ? mute.at : []));
  return ends.length > 0 ? Math.min(...ends) : null;
}
