import { useEffect, useState } from 'preact/hooks';
import type { AccountEvent } from '../accounts/history/event';
import type { AppState } from '../state/app-state';
import { followHistory, followState } from './follow-stored';

/** What is stored, kept up to date while the page is open; `undefined` until it has been read. */
export function useWatched(): AppState | undefined {
  const [watched, setWatched] = useState<AppState>();
  useEffect(() => followState(setWatched), []);
  return watched;
}

/**
 * The events of the last 90 days, the oldest first, kept up to date while the page is open;
 * `undefined` until they have been read.
 */
export function useHistory(): readonly AccountEvent[] | undefined {
  const [history, setHistory] = useState<readonly AccountEvent[]>();
  useEffect(() => followHistory(setHistory), []);
  return history;
}
