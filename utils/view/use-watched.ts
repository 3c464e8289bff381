import { useEffect, useState } from 'preact/hooks';
import { browser } from 'wxt/browser';
import type { Watched } from '../monitor/watched';
import { readWatched } from '../storage/read';

/**
 * What is stored, kept up to date while the page is open; `undefined` until it has been read.
 * However many changes come while it is being read, it is read once more for all of them.
 */
export function useWatched(): Watched | undefined {
  const [watched, setWatched] = useState<Watched>();

  useEffect(() => {
    let reading = false;
    let outdated = false;
    let closed = false;

    const read = async () => {
      outdated = true;
      if (reading) return;
      reading = true;
      while (outdated && !closed) {
        outdated = false;
        const current = await readWatched(Date.now());
        if (!closed) setWatched(current);
      }
      reading = false;
    };
    const onChanged = () => void read();

    browser.storage.local.onChanged.addListener(onChanged);
    void read();
    return () => {
      closed = true;
      browser.storage.local.onChanged.removeListener(onChanged);
    };
  }, []);

  return watched;
}

/** The time (ms since the epoch), renewed so that relative times stay true. */
export function useNow(everyMs = 20_000): number {
  const [now, setNow] = useState(Date.now);
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), everyMs);
    return () => clearInterval(timer);
  }, [everyMs]);
  return now;
}
