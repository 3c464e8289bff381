import { useLayoutEffect, useMemo, useState } from 'preact/hooks';
import type { DayState } from '../accounts/history/daily-status';
import type { AccountEvent } from '../accounts/history/event';
import type { AppState } from '../state/app-state';
import { readSnapshot } from '../state/popup-snapshot';
import type { AccountRow } from '../view/account-row';
import { useNow } from '../view/use-now';
import { afterFirstPaint } from './after-first-paint';
import type { PopupView } from './popup-view';

export interface PopupState {
  view: PopupView;
  /** ms since the epoch */
  now: number;
  /** The last days of an account, the oldest first; `undefined` until the history has been read. */
  daysOf: ((row: AccountRow) => readonly DayState[]) | undefined;
}

/**
 * What the popup shows: at once the snapshot that was kept for that, and once it was painted all that
 * is stored, kept up to date while the popup is open. `undefined` until there is anything.
 */
export function usePopup(): PopupState | undefined {
  const tick = useNow();
  const [snapshot, setSnapshot] = useState<PopupView>();
  const [all, setAll] = useState<{ watched: AppState; viewOf: Rest['popupView'] }>();
  const [past, setPast] = useState<{ history: readonly AccountEvent[]; of: Rest['popupPast'] }>();

  useLayoutEffect(() => {
    const stops: (() => void)[] = [];
    let isClosed = false;
    const readAll = async () => {
      const { popupView, popupPast, followState, followHistory } = await import('./loaded-later');
      if (isClosed) return;
      stops.push(
        followState((watched) => setAll({ watched, viewOf: popupView })),
        followHistory((history) => setPast({ history, of: popupPast })),
      );
    };
    void readSnapshot<PopupView>(Date.now()).then((kept) => {
      setSnapshot(kept);
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
    const view = all ? all.viewOf(all.watched, now) : snapshot;
    return view && { view, now };
  }, [all, snapshot, tick]);
  const daysOf = useMemo(() => past?.of(past.history, Math.max(tick, Date.now())), [past, tick]);
  return shown && { ...shown, daysOf };
}

type Rest = typeof import('./loaded-later');
