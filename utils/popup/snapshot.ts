import { staleTimes } from '../schedule/freshness';
import type { AppState, MonitoredConnection } from '../state/app-state';
import type { PopupSnapshot } from '../state/popup-snapshot';
import { listNames, listOf } from '../view/account/account-list';
import { hasNote } from '../view/account/account-note';
import type { AccountRow } from '../view/account/account-row';
import { beginsToBeChecked } from '../view/checks-under-way';
import { connectedByClient, type PopupGroup } from './client-groups';
import type { ListToLoad, RowsToLoad } from './popup-lists';
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
  // The first rows show no past, so they need no gaps, of which a row may have a hundred.
  const view = popupView({ ...appState, watchGaps: [] }, now);
  return {
    view: { ...view, ...firstOf(view) },
    madeAt: now,
    holdsUntil: timesOfChange(appState, view, now)
      .filter((at) => at > now)
      .reduce((soonest, at) => Math.min(soonest, at), endOfTime),
  };
}

/** The first rows and clients in the order in which the popup shows them, and what follows. */
function firstOf({
  rows,
  groupByClient,
}: PopupView): Pick<PopupView, 'rows' | 'rowsToLoad' | 'groups'> {
  let room = firstRows;
  const take = <Item>(items: readonly Item[]): Item[] => {
    const taken = items.slice(0, Math.max(0, room));
    room -= taken.length;
    return taken;
  };
  const toLoad: RowsToLoad = {
    attention: nothing,
    'not-checked': nothing,
    connected: nothing,
    muted: nothing,
  };
  const first: AccountRow[] = [];
  let groups: PopupGroup[] | undefined;
  for (const list of listNames) {
    if (list === 'connected' && groupByClient) {
      const all = connectedByClient(rows);
      groups = [];
      for (const group of all) {
        const [heading] = take([group]);
        if (!heading) break;
        groups.push({ ...heading, rows: heading.startsOpen ? take(heading.rows) : [] });
      }
      toLoad.connected = countGroups(all, groups);
    } else {
      const inList = rows.filter((row) => listOf(row) === list);
      const taken = take(inList);
      first.push(...taken);
      toLoad[list] = { ...countRows(inList.slice(taken.length)), groups: 0 };
    }
  }
  const isAll = first.length + (groups?.flatMap((group) => group.rows).length ?? 0) === rows.length;
  return {
    rows: first,
    ...(groups && { groups }),
    ...(!isAll && { rowsToLoad: toLoad }),
  };
}

const nothing: ListToLoad = { rows: 0, withNote: 0, groups: 0 };

function countRows(rows: readonly AccountRow[]) {
  return { rows: rows.length, withNote: rows.filter(hasNote).length };
}

/** Counts the rows and groups that are not shown yet. Rows of collapsed groups don't count. */
function countGroups(all: readonly PopupGroup[], shown: readonly PopupGroup[]): ListToLoad {
  const rest = all.flatMap(({ rows, startsOpen }, i) =>
    startsOpen ? rows.slice(shown[i]?.rows.length ?? 0) : [],
  );
  return { ...countRows(rest), groups: all.length - shown.length };
}

/**
 * Times (ms since the epoch) at which the view changes by itself: some past, some to come, some
 * never (`Infinity`).
 */
function timesOfChange(
  { settings, connections, accounts }: AppState,
  view: PopupView,
  now: number,
) {
  const muteEnds = [...accounts.values()]
    .flat()
    .flatMap(({ mute }) => (mute?.until === 'time' ? mute.at : []));
  const postsGoOut = view.rows.flatMap(({ atRisk }) => atRisk?.nextAt ?? []);
  return connections
    .flatMap((connection) => [
      // Data of exactly that age is not stale yet.
      ...staleTimes(connection, settings).map((at) => at + 1),
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
