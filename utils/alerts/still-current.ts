import type { Account } from '../accounts/account';
import { attentionOf, canPost, isMuted, type Trouble } from '../accounts/attention';
import { isFlapping } from '../accounts/flapping';
import { isOfConnection } from '../accounts/identity';
import { type AppState, accountsOf, activeConnections } from '../state/app-state';
import type { Notice, OutgoingNotification } from '../state/outbox';
import { silentAccounts } from '../state/overlaps';
import { kindOf } from './notice';

/**
 * What of the notices that waited, maybe for a night, is still to be told at `now` (ms): of each
 * account and key the last word, where it still holds. Nothing where all is as it was before.
 */
export function stillCurrent(waiting: readonly Notice[], watched: AppState, now: number): Notice[] {
  const { notify } = watched.settings;
  const silent = silentAccounts(watched);
  const stillHolding = judgeOf(watched, silent, now);
  const subjectsOf = (notice: Notice) => subjectsAmong(silent, notice);
  const first = new Map(
    waiting
      .toReversed()
      .flatMap((notice) => subjectsOf(notice).map((key): [string, Notice] => [key, notice])),
  );
  const last = new Map(
    waiting.flatMap((notice) => subjectsOf(notice).map((key): [string, Notice] => [key, notice])),
  );
  return waiting.flatMap((notice) => {
    const [subject = ''] = subjectsOf(notice);
    const isToTell = notify[kindOf(notice)] && !isBackFrom(first.get(subject), notice);
    if (!isToTell) return [];
    if (notice.kind !== 'mass-unlisted' && last.get(subject) !== notice) return [];
    return stillHolding(notice) ?? [];
  });
}

/**
 * What of the parcels that the browser did not take is still true at `now` (ms). A reminder, which
 * names but a few of many, stays whole as long as one of them still needs attention.
 */
export function stillTrue(
  parcels: readonly OutgoingNotification[],
  watched: AppState,
  now: number,
): OutgoingNotification[] {
  const stillHolding = judgeOf(watched, silentAccounts(watched), now);
  return parcels.flatMap((parcel) => {
    const notices = parcel.notices.flatMap((notice) => stillHolding(notice) ?? []);
    if (notices.length === 0) return [];
    return parcel.remindsOf === undefined ? { ...parcel, notices } : parcel;
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

/** By the keys of duplicate accounts: the account that counts. */
type Silent = ReadonlyMap<string, Account>;

/** A notice as far as it still holds; `undefined` where it no longer does. */
function judgeOf(
  watched: AppState,
  silent: Silent,
  now: number,
): (notice: Notice) => Notice | undefined {
  const active = activeConnections(watched);
  const known = new Map(
    active
      .flatMap((connection) => accountsOf(watched, connection))
      .map((account): [string, Account] => [account.key, silent.get(account.key) ?? account]),
  );
  const refused = new Set(
    active.flatMap(({ connection, state }) =>
      state.refusedSince === undefined ? [] : connection.id,
    ),
  );
  const lost = new Set(
    active.flatMap(({ connection, state }) => (state.keyLost ? connection.id : [])),
  );
  const isIn = (key: string, trouble: Trouble) => {
    const account = known.get(key);
    return account !== undefined && attentionOf(account, now) === trouble;
  };
  return (notice) => {
    switch (notice.kind) {
      case 'key-lost':
        return lost.has(notice.connectionId) ? notice : undefined;
      case 'refused':
        return refused.has(notice.connectionId) ? notice : undefined;
      case 'mass-unlisted': {
        const accounts = notice.accounts.filter((key) => isIn(key, 'unlisted'));
        return accounts.length > 0 ? { ...notice, accounts } : undefined;
      }
      case 'trouble': {
        const account = known.get(notice.account);
        // A flapping account needs a person also while it happens to work.
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

/** Keys and accounts have ids of different forms. An account is one, whichever connection lists it. */
function subjectsAmong(silent: Silent, notice: Notice): readonly string[] {
  switch (notice.kind) {
    case 'refused':
    case 'key-lost':
      return [notice.connectionId];
    case 'mass-unlisted':
      return notice.accounts.map((account) => silent.get(account)?.key ?? account);
    case 'trouble':
    case 'recovery':
      return [silent.get(notice.account)?.key ?? notice.account];
  }
}

/** True where an account works again that stopped working while the notices waited. */
function isBackFrom(first: Notice | undefined, notice: Notice): boolean {
  if (notice.kind !== 'recovery') return false;
  return first?.kind === 'mass-unlisted' || (first?.kind === 'trouble' && first.from === undefined);
}
