import { useEffect, useState } from 'preact/hooks';
import type { AccountEvent } from '../accounts/history/event';
import type { AppState } from '../state/app-state';
import { historyItem } from '../state/items';
import type { Item } from '../storage/item';
import { followItem, followState } from './follow-stored';

/** The stored state, kept current while the page is open; `undefined` until it is read. */
export function useAppState(): AppState | undefined {
  const [appState, setAppState] = useState<AppState>();
  useEffect(() => followState(setAppState), []);
  return appState;
}

/** A stored value, kept current while the page is open; `undefined` until it is read. */
export function useItem<Value>(item: Item<Value>): Readonly<Value> | undefined {
  const [value, setValue] = useState<Value>();
  useEffect(() => followItem(item, setValue), [item.key]);
  return value;
}

/** The last 90 days' events, oldest first; `undefined` until they are read. */
export function useHistory(): readonly AccountEvent[] | undefined {
  return useItem(historyItem);
}
