import { useEffect, useState } from 'preact/hooks';
import { browser } from 'wxt/browser';
import { connectionsItem } from '../state/items';
import { watchValue } from '../storage/area';
import { type Quarantined, quarantineItem } from '../storage/health';
import { readItems } from '../storage/read-items';

interface About {
  /** What the extension has stored, in bytes; `undefined` until that is known. */
  usedBytes: number | undefined;
  quarantine: readonly Quarantined[];
  /** The keys that open the popup, as the browser writes them; empty where there are none. */
  shortcut: string;
}

/** What only the browser and the storage know; kept up to date while the page is open. */
export function useAbout(): About {
  const [usedBytes, setUsedBytes] = useState<number>();
  const [quarantine, setSetAside] = useState<readonly Quarantined[]>([]);
  const [shortcut, setShortcut] = useState('');
  useEffect(() => {
    const read = () => {
      void browser.storage.local.getBytesInUse(null).then(setUsedBytes);
      void readItems([quarantineItem]).then(([entries]) => setSetAside(entries));
      void browser.commands.getAll().then(([open]) => setShortcut(open?.shortcut ?? ''));
    };
    read();
    const stops = [quarantineItem, connectionsItem].map(({ key }) => watchValue(key, read));
    return () => {
      for (const stop of stops) stop();
    };
  }, []);
  return { usedBytes, quarantine, shortcut };
}
