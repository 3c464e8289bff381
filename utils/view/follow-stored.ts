import type { AccountEvent } from '../accounts/history/event';
import type { AppState } from '../state/app-state';
import { historyItem } from '../state/items';
import { readState } from '../state/read-state';
import { watchValue } from '../storage/area';
import type { Item } from '../storage/item';
import { openLiveStorage } from '../storage/live-values';
import { readItems } from '../storage/read-items';

/** The shortest time (ms) between two reads: a round of checks makes hundreds of changes. */
const leastMs = 150;

/**
 * Calls `onRead` with the stored state, now and after every change.
 *
 * @returns a function that stops this
 */
export function followState(onRead: (appState: AppState) => void): () => void {
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
  // Reads run one at a time: a read must not take the values another is still waiting for as
  // absent.
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
 * Calls `onRead` with a stored value, now and after every change.
 *
 * @returns a function that stops this
 */
export function followItem<Value>(item: Item<Value>, onRead: (value: Value) => void): () => void {
  const read = () => void readItems([item]).then(([value]) => onRead(value));
  read();
  return watchValue(item.key, read);
}

/** Follows the last 90 days' events, oldest first. */
export function followHistory(onRead: (history: readonly AccountEvent[]) => void): () => void {
  return followItem(historyItem, onRead);
}
