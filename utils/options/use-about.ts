import { useEffect, useState } from 'preact/hooks';
import { browser } from 'wxt/browser';
import { connectionsItem } from '../state/items';
import { watchValue } from '../storage/area';
import { quarantineItem } from '../storage/health';

interface About {
  /** Bytes in storage; `undefined` until known. */
  usedBytes: number | undefined;
  /** The shortcut that opens the popup, as the browser writes it; empty where there is none. */
  shortcut: string;
}

/** Facts from the browser and storage, kept current while the page is open. */
export function useAbout(): About {
  const [usedBytes, setUsedBytes] = useState<number>();
  const [shortcut, setShortcut] = useState('');
  useEffect(() => {
    const read = () => {
      void browser.storage.local.getBytesInUse(null).then(setUsedBytes);
      void browser.commands.getAll().then(([open]) => setShortcut(open?.shortcut ?? ''));
    };
    read();
    const stops = [quarantineItem, connectionsItem].map(({ key }) => watchValue(key, read));
    return () => {
      for (const stop of stops) stop();
    };
  }, []);
  return { usedBytes, shortcut };
}
