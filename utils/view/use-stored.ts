import { useEffect, useState } from 'preact/hooks';
import type { AccountEvent } from '../accounts/event';
import type { Watched } from '../monitor/watched';
import { followHistory, followWatched } from './follow-stored';

/** What is stored, kept up to date while the page is open; `undefined` until it has been read. */
export function useWatched(): Watched | undefined {
  const [watched, setWatched] = useState<Watched>();
  useEffect(() => followWatched(setWatched), []);
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
