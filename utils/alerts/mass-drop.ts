import type { Account } from '../accounts/account';
import { isFlapping } from '../accounts/flapping';
import { targetIdOfAccount } from '../accounts/identity';
import { isDoubted, isUnlistedTogether, massDropAccounts } from '../accounts/missing';
import { type AppState, accountsOf } from '../state/app-state';
import type { Connection } from '../state/connection';
import type { MassUnlistedNotice, Notice } from '../state/outbox-schema';
import { minuteMs } from '../time';
import { noticeId } from './notification/notification-id';

/*
 * A connection that loses many accounts at once gets one notification. Its targets are listed at
 * different moments, so a confirmed loss waits while other targets are still in doubt.
 */

/**
 * The longest a loss is held back (ms), from when it was first seen: long enough for one
 * more check at the default interval, which may find the accounts again.
 */
const notifyAfterMs = 46 * minuteMs;

/** True for an account that was lost together with others and isn't flapping. */
export function isLostWithOthers(account: Account): boolean {
  return isUnlistedTogether(account) && !isFlapping(account);
}

/** What an account's notice needs to be merged with others of its connection. */
export function groupLossOf(
  { statusSince }: Pick<Account, 'statusSince'>,
  { id, label }: Connection,
) {
  return { connectionId: id, label, since: statusSince };
}

/** One notice for accounts that a target lost together. `now`: ms since the epoch. */
export function massUnlistedNotice(
  accounts: readonly Account[],
  connection: Connection,
  now: number,
): MassUnlistedNotice {
  return {
    kind: 'mass-unlisted',
    id: noticeId(targetIdOfAccount(accounts[0]?.key ?? ''), now, 'mass-unlisted'),
    service: connection.service,
    accounts: accounts.map(({ key }) => key),
    ...groupLossOf(accounts[0] ?? { statusSince: now }, connection),
  };
}

/**
 * Merges a connection's losses into one notice if they cover three accounts, or if any of them was
 * one notice already, however many of its accounts came back. Fewer keep their own notices.
 */
export function mergeMassDrops(notices: readonly Notice[]): {
  massDrops: MassUnlistedNotice[];
  others: Notice[];
} {
  const losses = Map.groupBy(notices, (notice) => lossOf(notice)?.connectionId);
  losses.delete(undefined);
  const merged = [...losses.values()].filter(
    (of) =>
      accountsIn(of).length >= massDropAccounts || of.some(({ kind }) => kind === 'mass-unlisted'),
  );
  const gone = new Set(merged.flat());
  return {
    massDrops: merged.flatMap(merge),
    others: notices.filter((notice) => !gone.has(notice)),
  };
}

/**
 * Splits notices into due ones and losses that are held back while other targets of the connection
 * are doubted. Once held, a loss waits its full time: if the other accounts come back, these may come
 * back too. If the connection lost every account, nothing is held back.
 *
 * @param now ms since the epoch
 */
export function holdLosses(
  notices: readonly Notice[],
  state: AppState,
  now: number,
): { held: Notice[]; due: Notice[] } {
  const held: Notice[] = [];
  const due: Notice[] = [];
  for (const notice of notices) {
    const notifyBy = heldUntil(notice, state);
    if (notifyBy === undefined || notifyBy <= now) due.push(notice);
    else held.push(withNotifyBy(notice, notifyBy));
  }
  return { held, due };
}

function heldUntil(notice: Notice, state: AppState): number | undefined {
  const { connectionId, since = 0, notifyBy } = lossOf(notice) ?? {};
  const connection = state.connections.find((one) => one.connection.id === connectionId);
  const accounts = connection ? accountsOf(state, connection) : [];
  if (accounts.every(({ status }) => status === 'unlisted')) return undefined;
  return notifyBy ?? (accounts.some(isDoubted) ? since + notifyAfterMs : undefined);
}

function withNotifyBy(notice: Notice, notifyBy: number): Notice {
  if (notice.kind === 'mass-unlisted') return { ...notice, notifyBy };
  if (notice.kind !== 'trouble' || !notice.groupLoss) return notice;
  return { ...notice, groupLoss: { ...notice.groupLoss, notifyBy } };
}

/** When the next waiting loss has to be notified (ms since the epoch); `Infinity` if none waits. */
export function lossesDueBy(waiting: readonly Notice[]): number {
  return Math.min(...waiting.flatMap((notice) => lossOf(notice)?.notifyBy ?? []));
}

function merge(notices: readonly Notice[]): MassUnlistedNotice[] {
  const accounts = accountsIn(notices);
  const whole = notices.find((notice) => notice.kind === 'mass-unlisted');
  if (whole) return [{ ...whole, accounts }];
  const first = notices.find((notice) => notice.kind === 'trouble');
  if (!first?.groupLoss) return [];
  const { service, groupLoss } = first;
  const id = noticeId(targetIdOfAccount(first.account), groupLoss.since ?? 0, 'mass-unlisted');
  return [{ kind: 'mass-unlisted', id, service, accounts, ...groupLoss }];
}

function accountsIn(notices: readonly Notice[]): string[] {
  // Lost, back and lost again while the notices waited, an account is in several of them.
  const keys = notices.flatMap((notice) => {
    if (notice.kind === 'mass-unlisted') return notice.accounts;
    return 'account' in notice ? notice.account : [];
  });
  return [...new Set(keys)];
}

/** What a notice says about accounts that were lost together, if it is about such. */
function lossOf(notice: Notice) {
  if (notice.kind === 'mass-unlisted') return notice;
  return notice.kind === 'trouble' ? notice.groupLoss : undefined;
}
