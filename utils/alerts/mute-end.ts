import { type AppState, accountsOf, activeConnections } from '../state/app-state';
import { muteEndItem } from '../state/session-items';
import { setValues } from '../storage/area';
import { toStored } from '../storage/item';
import { readItems } from '../storage/read-items';

/**
 * Notes when the first of the timed mutes ends that hold at `now` (ms): then the badge counts one
 * more, and whoever sets the alarm does not read all accounts to know it.
 */
export async function noteMuteEnd(watched: AppState, now: number): Promise<void> {
  const end = firstMuteEnd(watched, now);
  const [noted] = await readItems([muteEndItem]);
  if (end !== noted) await setValues(new Map([[muteEndItem.key, toStored(muteEndItem, end)]]));
}

function firstMuteEnd(watched: AppState, now: number): number | null {
  const ends = activeConnections(watched)
    .flatMap((connection) => accountsOf(watched, connection))
    .flatMap(({ mute }) => (mute?.until === 'time' && mute.at > now ? mute.at : []));
  return ends.length > 0 ? Math.min(...ends) : null;
}
