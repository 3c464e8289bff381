import { storage } from '@wxt-dev/storage';
import { useEffect, useState } from 'preact/hooks';
import { browser } from 'wxt/browser';
import { type SetAside, setAsideItem } from '../storage/items';
import { readItems } from '../storage/read';

/** How many bytes are stored, and what was set aside; kept up to date while the page is open. */
export function useAbout(): { usedBytes: number | undefined; setAside: readonly SetAside[] } {
  const [usedBytes, setUsedBytes] = useState<number>();
  const [setAside, setSetAside] = useState<readonly SetAside[]>([]);
  useEffect(() => {
    const read = () => {
      void browser.storage.local.getBytesInUse(null).then(setUsedBytes);
      void readItems([setAsideItem]).then(([entries]) => setSetAside(entries));
    };
    read();
    return storage.watch(setAsideItem.key, read);
  }, []);
  return { usedBytes, setAside };
}
