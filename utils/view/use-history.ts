import { useEffect, useState } from 'preact/hooks';
import type { AccountEvent } from '../accounts/history';
import { watchValue } from '../storage/area';
import { historyItem } from '../storage/items';
import { readItems } from '../storage/read';

/**
 * The events of the last 90 days, the oldest first, kept up to date while the page is open;
 * `undefined` until they have been read.
 */
export function useHistory(): readonly AccountEvent[] | undefined {
  const [history, setHistory] = useState<readonly AccountEvent[]>();
  useEffect(() => {
    const read = () => void readItems([historyItem]).then(([events]) => setHistory(events));
    read();
    return watchValue(historyItem.key, read);
  }, []);
  return history;
}
