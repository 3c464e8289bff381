import { useEffect, useState } from 'preact/hooks';
import type { Watched } from '../monitor/watched';
import { openLiveStorage } from '../storage/live';
import { readWatched } from '../storage/read';

/** Changes that come closer (ms) than this are shown together: a round brings hundreds. */
const togetherMs = 150;

/** What is stored, kept up to date while the page is open; `undefined` until it has been read. */
export function useWatched(): Watched | undefined {
  const [watched, setWatched] = useState<Watched>();

  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    let reading = Promise.resolve();
    const live = openLiveStorage(() => {
      timer ??= setTimeout(read, togetherMs);
    });
    // One after another: what one read has asked for, the next one must not take for absent.
    const read = () => {
      timer = undefined;
      reading = reading.then(async () => setWatched(await readWatched(Date.now(), live.source)));
    };
    read();
    return () => {
      clearTimeout(timer);
      live.close();
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
