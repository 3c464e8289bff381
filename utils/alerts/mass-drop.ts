import type { Account } from '../accounts/account';
import { isFlapping } from '../accounts/flapping';
import { targetIdOfAccount } from '../accounts/identity';
import { isDoubted, isUnlistedTogether, massDropAccounts } from '../accounts/missing';
import { type AppState, accountsOf } from '../state/app-state';
import type { Connection } from '../state/connection';
import type { MassUnlistedNotice, Notice, TroubleNotice } from '../state/outbox-schema';
import { minuteMs } from '../time';
import { massUnlistedNoticeId } from './notification/notification-id';

/*
 * A connection that loses many accounts at once gets one notification. Its targets are listed at
 * different moments, so a confirmed loss waits while other targets are still in doubt.
 */

/**
 * The longest a loss is held back (ms), from when it was first seen: long enough for one
 * more check at the default interval, which may find the accounts again.
 */
const notifyAfterMs = 46 * minuteMs;

/** A notice about accounts that were lost together. */
type LossNotice = MassUnlistedNotice | (TroubleNotice & Required<Pick<TroubleNotice, 'groupLoss'>>);

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
    id: massUnlistedNoticeId(targetIdOfAccount(accounts[0]?.key ?? ''), now),
    service: connection.service,
    accounts: accounts.map(({ key }) => key),
    ...groupLossOf(accounts[0] ?? { statusSince: now }, connection),
  };
}

/**
 * Merges what each connection lost. Accounts that are told one by one stay so while they are fewer
 * than three; what was one notice stays one, however many of its accounts came back.
 */
export function mergeMassDrops(notices: readonly Notice[]): {
  massDrops: MassUnlistedNotice[];
  others: Notice[];
} {
  const losses = Map.groupBy(notices.filter(isLoss), (loss) => lossOf(loss).connectionId);
  const merged = [...losses.values()].filter(
    (of) =>
      accountsIn(of).length >= massDropAccounts || of.some(({ kind }) => kind === 'mass-unlisted'),
  );
  const gone = new Set<Notice>(merged.flat());
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
    const { notifyBy } = isLoss(notice) ? waitOf(notice, state) : {};
    if (notifyBy === undefined || notifyBy <= now) due.push(notice);
    else held.push(withNotifyBy(notice, notifyBy));
  }
  return { held, due };
}

function waitOf(notice: LossNotice, state: AppState): { notifyBy?: number } {
  const connectionId = lossOf(notice).connectionId;
  const connection = state.connections.find((one) => one.connection.id === connectionId);
  const accounts = connection ? accountsOf(state, connection) : [];
  if (accounts.every(({ status }) => status === 'unlisted')) return {};
  const { since = 0, notifyBy } = lossOf(notice);
  if (notifyBy !== undefined) return { notifyBy };
  return accounts.some(isDoubted) ? { notifyBy: since + notifyAfterMs } : {};
}

function withNotifyBy(notice: Notice, notifyBy: number): Notice {
  if (notice.kind === 'mass-unlisted') return { ...notice, notifyBy };
  if (notice.kind !== 'trouble' || !notice.groupLoss) return notice;
  return { ...notice, groupLoss: { ...notice.groupLoss, notifyBy } };
}

/** When the next waiting loss has to be notified (ms since the epoch); `Infinity` if none waits. */
export function lossesDueBy(waiting: readonly Notice[]): number {
  return Math.min(...waiting.filter(isLoss).flatMap((loss) => lossOf(loss).notifyBy ?? []));
}

function merge(notices: readonly LossNotice[]): MassUnlistedNotice[] {
  const accounts = accountsIn(notices);
  const whole = notices.find((notice) => notice.kind === 'mass-unlisted');
  if (whole) return [{ ...whole, accounts }];
  const first = notices.find((notice) => notice.kind === 'trouble');
  if (!first) return [];
  const { service, groupLoss } = first;
  const id = massUnlistedNoticeId(targetIdOfAccount(first.account), groupLoss.since ?? 0);
  return [{ kind: 'mass-unlisted', id, service, accounts, ...groupLoss }];
}

function accountsIn(notices: readonly LossNotice[]): string[] {
  // Lost, back and lost again while the notices waited, an account is in several of them.
  const keys = notices.flatMap((notice) =>
    notice.kind === 'mass-unlisted' ? notice.accounts : notice.account,
  );
  return [...new Set(keys)];
}

function isLoss(notice: Notice): notice is LossNotice {
  if (notice.kind === 'mass-unlisted') return true;
  return notice.kind === 'trouble' && notice.groupLoss !== undefined;
}

function lossOf(notice: LossNotice) {
  return notice.kind === 'mass-unlisted' ? notice : notice.groupLoss;
}
