import { useEffect, useState } from 'preact/hooks';
import { browser } from 'wxt/browser';
import { watchValue } from '../storage/area';
import { connectionsItem, type SetAside, setAsideItem } from '../storage/items';
import { readItems } from '../storage/read';

interface About {
  /** What the extension has stored, in bytes; `undefined` until that is known. */
  usedBytes: number | undefined;
  setAside: readonly SetAside[];
  /** The keys that open the popup, as the browser writes them; empty where there are none. */
  shortcut: string;
}

/** What only the browser and the storage know; kept up to date while the page is open. */
export function useAbout(): About {
  const [usedBytes, setUsedBytes] = useState<number>();
  const [setAside, setSetAside] = useState<readonly SetAside[]>([]);
  const [shortcut, setShortcut] = useState('');
  useEffect(() => {
    const read = () => {
      void browser.storage.local.getBytesInUse(null).then(setUsedBytes);
      void readItems([setAsideItem]).then(([entries]) => setSetAside(entries));
      void browser.commands.getAll().then(([open]) => setShortcut(open?.shortcut ?? ''));
    };
    read();
    const stops = [setAsideItem, connectionsItem].map(({ key }) => watchValue(key, read));
    return () => {
      for (const stop of stops) stop();
    };
  }, []);
  return { usedBytes, setAside, shortcut };
}
