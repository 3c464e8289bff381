import type { Account } from '../accounts/account';
import { attentionOf, canPost, isMuted } from '../accounts/attention';
import { isFlapping } from '../accounts/flapping';
import { isOfConnection } from '../accounts/identity';
import type { Trouble } from '../accounts/trouble';
import { type AppState, accountsOf, activeConnections } from '../state/app-state';
import type { Notice, OutgoingNotification } from '../state/outbox-schema';
import { duplicateAccounts } from '../state/overlaps';
import { kindOf } from './notice';

/**
 * Which of the notices that waited, perhaps overnight, are still true at `now` (ms): the
 * latest about each account or key, if it still holds. A recovery is dropped if the account broke
 * only while the notices waited.
 */
export function currentNotices(
  waiting: readonly Notice[],
  appState: AppState,
  now: number,
): Notice[] {
  const { notify } = appState.settings;
  const duplicates = duplicateAccounts(appState);
  const stillTrue = stillTrueIn(appState, now);
  const subjectsOf = (notice: Notice) => subjectsAmong(duplicates, notice);
  const bySubject = waiting.flatMap((notice) =>
    subjectsOf(notice).map((subject) => [subject, notice] as const),
  );
  const first = new Map(bySubject.toReversed());
  const last = new Map(bySubject);
  return waiting.flatMap((notice) => {
    const [subject = ''] = subjectsOf(notice);
    if (!notify[kindOf(notice)] || isBackFrom(first.get(subject), notice)) return [];
    if (notice.kind !== 'mass-unlisted' && last.get(subject) !== notice) return [];
    return stillTrue(notice) ?? [];
  });
}

/**
 * Which notifications that the browser rejected are still true at `now` (ms). A reminder names only
 * a few of many accounts, so it stays whole while one of them needs attention.
 */
export function currentNotifications(
  notifications: readonly OutgoingNotification[],
  appState: AppState,
  now: number,
): OutgoingNotification[] {
  const stillTrue = stillTrueIn(appState, now);
  return notifications.flatMap((notification) => {
    const notices = notification.notices.flatMap((notice) => stillTrue(notice) ?? []);
    if (notices.length === 0) return [];
    return notification.remindsOf === undefined ? { ...notification, notices } : notification;
  });
}

/** True for a notice about one of these connections. */
export function isAbout(notice: Notice, connectionIds: readonly string[]): boolean {
  return connectionIds.some((connectionId) =>
    'connectionId' in notice
      ? notice.connectionId === connectionId
      : isOfConnection(notice.account, connectionId),
  );
}

/** Returns a notice with what still holds of it; `undefined` if nothing does. */
function stillTrueIn(appState: AppState, now: number): (notice: Notice) => Notice | undefined {
  const duplicates = duplicateAccounts(appState);
  const active = activeConnections(appState);
  const known = new Map(
    active
      .flatMap((connection) => accountsOf(appState, connection))
      .map((account): [string, Account] => [account.key, duplicates.get(account.key) ?? account]),
  );
  const states = new Map(active.map(({ connection, state }) => [connection.id, state]));
  const isIn = (key: string, trouble: Trouble) => {
    const account = known.get(key);
    return account !== undefined && attentionOf(account, now) === trouble;
  };
  return (notice) => {
    switch (notice.kind) {
      case 'key-lost':
        return states.get(notice.connectionId)?.keyLost && notice;
      case 'refused':
        return states.get(notice.connectionId)?.refusedSince === undefined ? undefined : notice;
      case 'mass-unlisted': {
        const accounts = notice.accounts.filter((key) => isIn(key, 'unlisted'));
        return accounts.length > 0 ? { ...notice, accounts } : undefined;
      }
      case 'trouble': {
        const account = known.get(notice.account);
        // A flapping account needs attention even while it works.
        const flaps = account && isFlapping(account) && !isMuted(account.mute, now);
        const holds = notice.losses === undefined ? isIn(notice.account, notice.trouble) : flaps;
        return holds ? notice : undefined;
      }
      case 'recovery': {
        const account = known.get(notice.account);
        return account && canPost(account) && !isMuted(account.mute, now) ? notice : undefined;
      }
    }
  };
}

/** What a notice is about. An account is one subject, whichever connection lists it. */
function subjectsAmong(duplicates: ReadonlyMap<string, Account>, notice: Notice): string[] {
  const counted = (account: string) => duplicates.get(account)?.key ?? account;
  if (notice.kind === 'mass-unlisted') return notice.accounts.map(counted);
  return ['account' in notice ? counted(notice.account) : notice.connectionId];
}

/** True for the recovery of an account that broke while the notices waited. */
function isBackFrom(first: Notice | undefined, notice: Notice): boolean {
  if (notice.kind !== 'recovery') return false;
  return first?.kind === 'mass-unlisted' || (first?.kind === 'trouble' && first.from === undefined);
}
