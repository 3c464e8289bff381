import { accountsOf, activeConnections, type Watched } from '../monitor/watched';
import { setValues } from '../storage/area';
import { toStored } from '../storage/item';
import { readItems } from '../storage/read';
import { muteEndItem } from '../storage/session-items';

/**
 * Notes when the first of the timed mutes ends that hold at `now` (ms): then the badge counts one
 * more, and whoever sets the alarm does not read all accounts to know it.
 */
export async function noteMuteEnd(watched: Watched, now: number): Promise<void> {
  const end = firstMuteEnd(watched, now);
  const [noted] = await readItems([muteEndItem]);
  if (end !== noted) await setValues(new Map([[muteEndItem.key, toStored(muteEndItem, end)]]));
}

function firstMuteEnd(watched: Watched, now: number): number | null {
  const ends = activeConnections(watched)
    .flatMap((connection) => accountsOf(watched, connection))
    .flatMap(({ mute }) => (mute?.until === 'time' && mute.at > now ? mute.at : []));
  return ends.length > 0 ? Math.min(...ends) : null;
}
