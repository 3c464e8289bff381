import { useLayoutEffect, useMemo, useState } from 'preact/hooks';
import type { DayState } from '../accounts/days';
import type { AccountEvent } from '../accounts/event';
import type { Watched } from '../monitor/watched';
import { readGlance } from '../storage/read-glance';
import type { AccountRow } from './account-row';
import { afterFirstPaint } from './after-first-paint';
import type { PopupView } from './popup-view';
import { useNow } from './use-now';

export interface PopupState {
  view: PopupView;
  /** ms since the epoch */
  now: number;
  /** The last days of an account, the oldest first; `undefined` until the history has been read. */
  daysOf: ((row: AccountRow) => readonly DayState[]) | undefined;
}

/**
 * What the popup shows: at once the glance that was kept for that, and once it was painted all that
 * is stored, kept up to date while the popup is open. `undefined` until there is anything.
 */
export function usePopup(): PopupState | undefined {
  const tick = useNow();
  const [glance, setGlance] = useState<PopupView>();
  const [all, setAll] = useState<{ watched: Watched; viewOf: Rest['popupView'] }>();
  const [past, setPast] = useState<{ history: readonly AccountEvent[]; of: Rest['popupPast'] }>();

  useLayoutEffect(() => {
    const stops: (() => void)[] = [];
    let isClosed = false;
    const readAll = async () => {
      const { popupView, popupPast, followWatched, followHistory } = await import('./popup-whole');
      if (isClosed) return;
      stops.push(
        followWatched((watched) => setAll({ watched, viewOf: popupView })),
        followHistory((history) => setPast({ history, of: popupPast })),
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
  const daysOf = useMemo(() => past?.of(past.history, Math.max(tick, Date.now())), [past, tick]);
  return shown && { ...shown, daysOf };
}

type Rest = typeof import('./popup-whole');
