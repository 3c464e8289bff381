import { useLayoutEffect, useMemo, useState } from 'preact/hooks';
import type { AccountEvent } from '../accounts/event';
import type { Watched } from '../monitor/watched';
import { readGlance } from '../storage/read-glance';
import { afterFirstPaint } from './after-first-paint';
import type { PopupView } from './popup-view';
import { useNow } from './use-now';

export interface PopupState {
  view: PopupView;
  /** ms since the epoch */
  now: number;
  /** The events of the last 90 days, the oldest first; `undefined` until they have been read. */
  history: readonly AccountEvent[] | undefined;
}

/**
 * What the popup shows: at once the glance that was kept for that, and once it was painted all that
 * is stored, kept up to date while the popup is open. `undefined` until there is anything.
 */
export function usePopup(): PopupState | undefined {
  const tick = useNow();
  const [glance, setGlance] = useState<PopupView>();
  const [all, setAll] = useState<{ watched: Watched; viewOf: Rest['popupView'] }>();
  const [history, setHistory] = useState<readonly AccountEvent[]>();

  useLayoutEffect(() => {
    const stops: (() => void)[] = [];
    let isClosed = false;
    const readAll = async () => {
      const { popupView, followWatched, followHistory } = await loadRest();
      if (isClosed) return;
      stops.push(
        followWatched((watched) => setAll({ watched, viewOf: popupView })),
        followHistory(setHistory),
      );
    };
    void readGlance<PopupView>(Date.now()).then((kept) => {
      setGlance(kept);
      if (kept) afterFirstPaint(readAll);
      else void readAll();
    });
    return () => {
      isClosed = true;
      for (const stop of stops) stop();
    };
  }, []);

  // Worked out anew for what is new alone: of 10,000 accounts it takes its time.
  const shown = useMemo(() => {
    const now = Math.max(tick, Date.now());
    const view = all ? all.viewOf(all.watched, now) : glance;
    return view && { view, now };
  }, [all, glance, tick]);
  return shown && { ...shown, history };
}

type Rest = Awaited<ReturnType<typeof loadRest>>;

/** What is not needed before the first sight: reading and parsing what is stored. */
async function loadRest() {
  const [stored, view] = await Promise.all([import('./follow-stored'), import('./popup-view')]);
  return { ...stored, ...view };
}
