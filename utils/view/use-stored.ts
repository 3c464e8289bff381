import { useEffect, useState } from 'preact/hooks';
import type { AccountEvent } from '../accounts/history/event';
import type { AppState } from '../state/app-state';
import { followHistory, followState } from './follow-stored';

/** The stored state, kept current while the page is open; `undefined` until it is read. */
export function useAppState(): AppState | undefined {
  const [appState, setAppState] = useState<AppState>();
  useEffect(() => followState(setAppState), []);
  return appState;
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
