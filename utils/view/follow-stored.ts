import type { AccountEvent } from '../accounts/history/event';
import type { AppState } from '../state/app-state';
import { historyItem } from '../state/items';
import { readState } from '../state/read-state';
import { watchValue } from '../storage/area';
import { openLiveStorage } from '../storage/live-values';
import { readItems } from '../storage/read-items';

/** What changes is read at once, but no more often than this (ms): a round brings hundreds of changes. */
const leastMs = 150;

/**
 * Tells what is watched, now and whenever it changes.
 *
 * @returns ends that
 */
export function followState(onRead: (watched: AppState) => void): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let reading = Promise.resolve();
  let changedAt = -leastMs;
  const live = openLiveStorage(() => {
    timer ??= setTimeout(readChange, Math.max(0, changedAt + leastMs - performance.now()));
  });
  const readChange = () => {
    timer = undefined;
    changedAt = performance.now();
    read();
  };
  // One after another: what one read has asked for, the next one must not take for absent.
  const read = () => {
    reading = reading.then(async () => onRead(await readState(Date.now(), live.source)));
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
