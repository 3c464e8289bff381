import { agesAt } from '../schedule/freshness';
import type { AppState, MonitoredConnection } from '../state/app-state';
import type { PopupSnapshot } from '../state/popup-snapshot';
import { hasNote } from '../view/account/account-note';
import type { AccountRow } from '../view/account/account-row';
import { beginsToBeChecked } from '../view/checks-under-way';
import { listNames, listOf, type RowsToLoad } from './popup-lists';
import { type PopupView, popupView } from './popup-view';

/** The last moment a `Date` can hold (ms). Chrome's storage has no `Infinity`. */
const endOfTime = 8.64e15;

/** Enough to fill a popup, which is at most 600 px high. */
const firstRows = 8;

/**
 * The popup's first rows, and until when they hold if nothing is written.
 *
 * @param now ms since the epoch
 */
export function snapshotOf(appState: AppState, now: number): PopupSnapshot<PopupView> {
  const view = popupView(appState, now);
  const rows = listNames.flatMap((list) => view.rows.filter((row) => listOf(row) === list));
  const first = rows.slice(0, firstRows);
  const rest = rows.slice(firstRows);
  return {
    view: { ...view, rows: first, ...(rest.length > 0 && { rowsToLoad: countOf(rest) }) },
    madeAt: now,
    holdsUntil: changesOf(appState, view, now)
      .filter((at) => at > now)
      .reduce((soonest, at) => Math.min(soonest, at), endOfTime),
  };
}

function countOf(rows: readonly AccountRow[]): RowsToLoad {
  const counts: RowsToLoad = {
    attention: { rows: 0, withNote: 0 },
    'not-checked': { rows: 0, withNote: 0 },
    connected: { rows: 0, withNote: 0 },
    muted: { rows: 0, withNote: 0 },
  };
  for (const row of rows) {
    const list = counts[listOf(row)];
    list.rows += 1;
    if (hasNote(row)) list.withNote += 1;
  }
  return counts;
}

/**
 * Times (ms since the epoch) at which the view changes by itself: some past, some to come, some
 * never (`Infinity`).
 */
function changesOf({ settings, connections, accounts }: AppState, view: PopupView, now: number) {
  const muteEnds = [...accounts.values()]
    .flat()
    .flatMap(({ mute }) => (mute?.until === 'time' ? mute.at : []));
  const postsGoOut = view.rows.flatMap(({ atRisk }) => atRisk?.nextAt ?? []);
  return connections
    .flatMap((connection) => [
      ...agesAt(connection, settings),
      ...beginsToBeChecked(connection, now),
      ...clockTimes(connection),
    ])
    .concat(muteEnds, postsGoOut);
}

/** Times that lie ahead only after the clock was set back; they are ignored until then. */
function clockTimes({ state, targets }: MonitoredConnection): number[] {
  return [
    state.askedAt,
    state.blocked?.since,
    ...targets.map((target) => target.state.last?.at),
  ].flatMap((at) => at ?? []);
}
