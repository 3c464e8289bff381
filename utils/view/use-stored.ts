import { useEffect, useState } from 'preact/hooks';
import type { AccountEvent } from '../accounts/history/event';
import type { AppState } from '../state/app-state';
import { followHistory, followState } from './follow-stored';

/** The stored state, kept current while the page is open; `undefined` until it is read. */
export function useWatched(): AppState | undefined {
  const [watched, setWatched] = useState<AppState>();
  useEffect(() => followState(setWatched), []);
  return watched;
}

/**
 * The last 90 days' events, oldest first, kept current while the page is open; `undefined` until
 * they are read.
 */
export function useHistory(): readonly AccountEvent[] | undefined {
  const [history, setHistory] = useState<readonly AccountEvent[]>();
  useEffect(() => followHistory(setHistory), []);
  return history;
}
