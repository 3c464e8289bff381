import type { Account } from '../accounts/account';
import { accountLabel } from '../accounts/account-label';
import { isMuted } from '../accounts/attention';
import { type AssignedClients, clientOf } from '../accounts/client';
import { flappingLosses } from '../accounts/flapping';
import type { AccountEvent } from '../accounts/history/event';
import type { Target } from '../accounts/identity';
import { massDropAccounts } from '../accounts/missing';
import { type PostTimes, postsAtRisk } from '../accounts/posts-at-risk';
import { isWarning, type Trouble, troubles } from '../accounts/trouble';
import type { KeyLoss } from '../services/result';
import type { Connection } from '../state/connection';
import type { Notice, TroubleNotice } from '../state/outbox-schema';
import type { NotificationKind, Settings } from '../state/settings';
import { groupLossOf, isLostWithOthers, massUnlistedNotice } from './mass-drop';
import { noticeId } from './notification/notification-id';

/** The connection and profile that a notice names. */
interface NoticeContext {
  connection: Connection;
  profileName?: string | undefined;
  /** Absent if no account was put under a client by hand. */
  clients?: AssignedClients;
  /** When scheduled posts go out, by the service's account ids. */
  scheduledPosts?: PostTimes;
}

/** Where a target's accounts are, and which of their posts are at risk. */
export function noticeContext(
  connection: Connection,
  { profileId }: Target,
  scheduledPosts: PostTimes,
  clients: AssignedClients,
): NoticeContext {
  const profileName = connection.profiles.find(({ id }) => id === profileId)?.name;
  return { connection, profileName, scheduledPosts, clients };
}

/** The kinds of notices that are wanted: in this browser, or in a chat. */
export type WantedKinds = Pick<Settings, 'notify'>;

/**
 * The notices for a check's events, as the wanted kinds and mutes allow. Accounts lost together are
 * one notice. A flapping account is notified once, when it starts flapping.
 *
 * @param now ms since the epoch
 */
export function noticesOf(
  events: readonly AccountEvent[],
  accounts: readonly Account[],
  context: NoticeContext,
  wanted: WantedKinds,
  now: number,
): Notice[] {
  const byKey = new Map(accounts.map((account) => [account.key, account]));
  const lost = events.flatMap(({ account: key }) => {
    const account = byKey.get(key);
    return account && isLostWithOthers(account) && !isMuted(account.mute, now) ? account : [];
  });
  if (lost.length < massDropAccounts) return noticesOfEach(events, byKey, context, wanted, now);
  const lostTogether = new Set(lost.map(({ key }) => key));
  const others = events.filter(({ account }) => !lostTogether.has(account));
  return [
    ...(wanted.notify.trouble ? [massUnlistedNotice(lost, context.connection, now)] : []),
    ...noticesOfEach(others, byKey, context, wanted, now),
  ];
}

function noticesOfEach(
  events: readonly AccountEvent[],
  byKey: ReadonlyMap<string, Account>,
  context: NoticeContext,
  wanted: WantedKinds,
  now: number,
): Notice[] {
  return events.flatMap((event): Notice[] => {
    const { since: at = event.at, to } = event;
    const account = byKey.get(event.account);
    if (!account || isMuted(account.mute, now) || to === 'absent' || to === 'retired') return [];
    const silencedAt = account.flapping?.silencedAt;
    if (silencedAt !== undefined && silencedAt !== event.at) return [];
    const from = troubles.find((trouble) => trouble === event.from);
    // With warnings off, an account that can post counts as well, even if not for long.
    if (to === 'working' || (to === 'will-expire' && !wanted.notify.warning)) {
      if (!from || !notifiesRecovery(from, wanted)) return [];
      return [{ kind: 'recovery', ...aboutAccount(event.id, account, context), at }];
    }
    const notice = {
      ...troubleNotice(event.id, account, to, context, now),
      at,
      ...(from && { from }),
      ...(isLostWithOthers(account) && { groupLoss: groupLossOf(account, context.connection) }),
    };
    return wanted.notify[kindOf(notice)] ? [notice] : [];
  });
}

/** The notice that an account is in trouble. `now`: ms since the epoch. */
export function troubleNotice(
  id: string,
  account: Account,
  trouble: Trouble,
  context: NoticeContext,
  now: number,
): TroubleNotice {
  const atRisk = postsAtRisk(context.scheduledPosts?.get(account.id), now);
  const losses = flappingLosses(account, now);
  return {
    kind: 'trouble',
    ...aboutAccount(id, account, context),
    trouble,
    ...(atRisk && { atRisk }),
    ...(losses !== undefined && { losses }),
  };
}

function aboutAccount(
  id: string,
  account: Account,
  { connection, profileName, clients = {} }: NoticeContext,
) {
  return {
    id,
    account: account.key,
    label: accountLabel(account),
    platform: account.platform,
    service: connection.service,
    client: clientOf(account.key, clients, profileName, connection),
  };
}

/** The setting that turns a notice on or off. */
export function kindOf(notice: Notice): NotificationKind {
  if (notice.kind === 'mass-unlisted') return 'trouble';
  if (notice.kind === 'key-lost') return 'refused';
  return notice.kind === 'trouble' && isWarning(notice.trouble) ? 'warning' : notice.kind;
}

/** With warnings off, the end of a warning isn't notified either. */
function notifiesRecovery(from: Trouble, { notify }: WantedKinds): boolean {
  return notify.recovery && (notify.warning || !isWarning(from));
}

/** The notice that a connection's key is rejected; one for each time this begins (`since`: ms). */
export function refusedNotice(connection: Connection, since: number): Notice {
  return { kind: 'refused', ...aboutKey(connection, since, 'refused') };
}

/** The notice that a connection's key has to be entered again since `since` (ms). */
export function keyLostNotice(connection: Connection, lostBy: KeyLoss, since: number): Notice {
  return { kind: 'key-lost', ...aboutKey(connection, since, 'key-lost'), lostBy };
}

function aboutKey(
  { id: connectionId, label, service }: Connection,
  since: number,
  kind: 'refused' | 'key-lost',
) {
  return { id: noticeId(connectionId, since, kind), connectionId, label, service };
}
