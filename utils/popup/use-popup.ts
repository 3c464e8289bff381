import { useLayoutEffect, useMemo, useState } from 'preact/hooks';
import type { DayState } from '../accounts/history/condition-changes';
import type { AccountEvent } from '../accounts/history/event';
import type { AppState } from '../state/app-state';
import { readSnapshot } from '../state/popup-snapshot';
import type { AccountRow } from '../view/account/account-row';
import { useNow } from '../view/use-now';
import { afterFirstPaint } from './after-first-paint';
import type { PopupView } from './popup-view';
import { type LazyChunk, withLazyChunk } from './with-lazy-chunk';

export interface PopupState {
  view: PopupView;
  /** ms since the epoch */
  now: number;
  /** An account's last days, oldest first; `undefined` until the history is read. */
  daysOf: ((row: AccountRow) => readonly DayState[]) | undefined;
  /** Everything stored; `undefined` until it is read, after the first paint. */
  appState: AppState | undefined;
  /** Oldest first; `undefined` until it is read. */
  history: readonly AccountEvent[] | undefined;
}

/**
 * The popup's view: at once from the snapshot, and after the first paint from everything stored,
 * kept current. `undefined` until there is anything.
 *
 * @param prepare loads the components that painting a view needs; those of any view, if there is no
 * snapshot
 */
export function usePopup(
  prepare: (view: PopupView | undefined) => Promise<void>,
): PopupState | undefined {
  const tick = useNow();
  const [snapshot, setSnapshot] = useState<PopupView>();
  const [all, setAll] = useState<{ appState: AppState; viewOf: LazyChunk['popupView'] }>();
  const [past, setPast] = useState<{
    history: readonly AccountEvent[];
    of: LazyChunk['popupPast'];
  }>();

  useLayoutEffect(() => {
    const stops: (() => void)[] = [];
    let isClosed = false;
    const readAll = () =>
      withLazyChunk(({ popupView, popupPast, followState, followHistory }) => {
        if (isClosed) return;
        stops.push(
          followState((appState) => setAll({ appState, viewOf: popupView })),
          followHistory((history) => setPast({ history, of: popupPast })),
        );
      });
    void readSnapshot<PopupView>(Date.now()).then(async (kept) => {
      await prepare(kept);
      setSnapshot(kept);
      if (kept) afterFirstPaint(readAll);
      else void readAll();
    });
    return () => {
      isClosed = true;
      for (const stop of stops) stop();
    };
  }, []);

  // With 10,000 accounts this takes time, so recompute only what changed.
  const shown = useMemo(() => {
    const now = Math.max(tick, Date.now());
    const view = all ? all.viewOf(all.appState, now) : snapshot;
    return view && { view, now };
  }, [all, snapshot, tick]);
  const daysOf = useMemo(() => past?.of(past.history, Math.max(tick, Date.now())), [past, tick]);
  return shown && { ...shown, daysOf, appState: all?.appState, history: past?.history };
}
