import type { AccountEvent } from '../accounts/event';
import type { Watched } from '../monitor/watched';
import { watchValue } from '../storage/area';
import { historyItem } from '../storage/items';
import { openLiveStorage } from '../storage/live';
import { readItems, readWatched } from '../storage/read';

/** Changes that come closer (ms) than this are shown together: a round brings hundreds. */
const togetherMs = 150;

/**
 * Tells what is watched, now and whenever it changes.
 *
 * @returns ends that
 */
export function followWatched(onRead: (watched: Watched) => void): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let reading = Promise.resolve();
  const live = openLiveStorage(() => {
    timer ??= setTimeout(read, togetherMs);
  });
  // One after another: what one read has asked for, the next one must not take for absent.
  const read = () => {
    timer = undefined;
    reading = reading.then(async () => onRead(await readWatched(Date.now(), live.source)));
  };
  read();
  return () => {
    clearTimeout(timer);
    live.close();
  };
}

/**
 * Tells the events of the last 90 days, the oldest first, now and whenever they change.
 *
 * @returns ends that
 */
export function followHistory(onRead: (history: readonly AccountEvent[]) => void): () => void {
  const read = () => void readItems([historyItem]).then(([events]) => onRead(events));
  read();
  return watchValue(historyItem.key, read);
}
