import type { Account } from '../accounts/account';
import { attentionOf, canPost, isMuted } from '../accounts/attention';
import { isOfConnection } from '../accounts/identity';
import { accountsOf, activeConnections, type Watched } from '../monitor/watched';
import { kindOf, type Notice } from './notice';
import type { Parcel } from './outbox';

/**
 * What of the notices that waited, maybe for a night, is still to be told at `now` (ms): of each
 * account and key the last word, where it still holds. Nothing where all is as it was before.
 */
export function stillNews(waiting: readonly Notice[], watched: Watched, now: number): Notice[] {
  const { notify } = watched.settings;
  const holds = judgeOf(watched, now);
  const first = new Map(waiting.toReversed().map((notice) => [subjectOf(notice), notice]));
  const last = new Map(waiting.map((notice) => [subjectOf(notice), notice]));
  return waiting.filter(
    (notice) =>
      notify[kindOf(notice)] &&
      last.get(subjectOf(notice)) === notice &&
      holds(notice) &&
      !isBackFrom(first.get(subjectOf(notice)), notice),
  );
}

/**
 * What of the parcels that the browser did not take is still true at `now` (ms). A reminder, which
 * names but a few of many, stays whole as long as one of them still needs attention.
 */
export function stillTrue(parcels: readonly Parcel[], watched: Watched, now: number): Parcel[] {
  const holds = judgeOf(watched, now);
  return parcels.flatMap((parcel) => {
    const notices = parcel.notices.filter(holds);
    if (notices.length === 0) return [];
    return parcel.remindsOf === undefined ? { ...parcel, notices } : parcel;
  });
}

/** True for a notice about one of these connections. */
export function isAbout(notice: Notice, connectionIds: readonly string[]): boolean {
  return connectionIds.some((connectionId) =>
    notice.kind === 'refused'
      ? notice.connectionId === connectionId
      : isOfConnection(notice.account, connectionId),
  );
}

function judgeOf(watched: Watched, now: number): (notice: Notice) => boolean {
  const active = activeConnections(watched);
  const known = new Map(
    active
      .flatMap((connection) => accountsOf(watched, connection))
      .map((account): [string, Account] => [account.key, account]),
  );
  const refused = new Set(
    active.flatMap(({ connection, state }) =>
      state.refusedSince === undefined ? [] : connection.id,
    ),
  );
  return (notice) => {
    if (notice.kind === 'refused') return refused.has(notice.connectionId);
    const account = known.get(notice.account);
    if (!account) return false;
    return notice.kind === 'trouble'
      ? attentionOf(account, now) === notice.trouble
      : canPost(account) && !isMuted(account.mute, now);
  };
}

/** Keys and accounts have ids of different forms. */
function subjectOf(notice: Notice): string {
  return notice.kind === 'refused' ? notice.connectionId : notice.account;
}

/** True where an account works again that stopped working while the notices waited. */
function isBackFrom(first: Notice | undefined, notice: Notice): boolean {
  return notice.kind === 'recovery' && first?.kind === 'trouble' && first.from === undefined;
}
