import { attentionOf, isWorking } from '../accounts/attention';
import { isDoubted } from '../accounts/missing';
import { isChecked, isStale } from '../schedule/freshness';
import {
  type AppState,
  activeConnections,
  needsPersonToCheck,
  type StorageProblem,
} from '../state/app-state';
import { eachAccountOnce } from '../state/overlaps';

/** What the toolbar shows: how many accounts need attention, otherwise whether checks fail. */
export type Badge =
  | { kind: 'attention'; count: number; notChecked: number }
  | { kind: 'storage-problem'; problem: StorageProblem }
  /** Some accounts were not seen lately. `isAlarm`: not because the user paused them. */
  | { kind: 'not-checked'; connected: number; notChecked: number; isAlarm: boolean }
  /** No known account is in doubt, but a connection can't be checked, or its data is stale. */
  | { kind: 'cannot-check' }
  /** `isAll`: there are no other accounts, not even muted ones in trouble. */
  | { kind: 'well'; count: number; isAll: boolean }
  | { kind: 'empty' };

const shownAtMost = 99;

/** The badge for a state at `now` (ms). Accounts of paused connections count as not checked. */
export function badgeOf(appState: AppState, now: number): Badge {
  const { connections, settings, storageProblem } = appState;
  const { accounts } = eachAccountOnce(appState);
  const counts = { attention: 0, connected: 0, notChecked: 0, muted: 0, doubted: 0 };
  for (const connection of connections) {
    for (const target of connection.targets) {
      for (const account of accounts.get(target.id) ?? []) {
        const isActive = !connection.connection.paused;
        const needsAttention = isActive && attentionOf(account, now);
        if (isActive && isDoubted(account)) counts.doubted += 1;
        if (needsAttention) counts.attention += 1;
        else if (!isChecked(account, connection, target, settings, now)) counts.notChecked += 1;
        else if (isWorking(account)) counts.connected += 1;
        else counts.muted += 1;
      }
    }
  }
  const { attention, connected, notChecked, muted, doubted } = counts;
  if (attention > 0) return { kind: 'attention', count: attention, notChecked };
  // Before looking at connections: their list may be what couldn't be read.
  if (storageProblem) return { kind: 'storage-problem', problem: storageProblem };

  const cannotCheck = activeConnections(appState).some(
    (connection) => needsPersonToCheck(connection) || isStale(connection, settings, now),
  );
  const isAlarm = cannotCheck || doubted > 0;
  if (notChecked > 0) return { kind: 'not-checked', connected, notChecked, isAlarm };
  if (isAlarm) return { kind: 'cannot-check' };
  return connected > 0 ? { kind: 'well', count: connected, isAll: muted === 0 } : { kind: 'empty' };
}

/** Red where accounts need attention, amber where something keeps us from knowing. */
export function badgeColor({ kind }: Badge): string {
  return kind === 'attention' ? '#c4281c' : '#9a5b00';
}

/** The few characters that fit on the icon. */
export function badgeText(badge: Badge): string {
  switch (badge.kind) {
    case 'attention':
      return badge.count > shownAtMost ? `${shownAtMost}+` : String(badge.count);
    case 'storage-problem':
    case 'cannot-check':
      return '!';
    case 'not-checked':
      return badge.isAlarm ? '!' : '';
    case 'well':
    case 'empty':
      return '';
  }
}
