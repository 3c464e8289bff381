import * as z from 'zod/mini';
import { type Account, accountLabel } from '../accounts/account';
import { isMuted, isWarning, troubles } from '../accounts/attention';
import type { AccountEvent } from '../accounts/history';
import { stakeOf, type TimesByAccount } from '../accounts/stake';
import type { Connection } from '../monitor/connection';
import { serviceIds } from '../services/registry';
import type { NotificationKind, Settings } from '../settings';
import { refusedNoticeId } from './notification-id';

const ofAccount = {
  /** Stable, from the event that asked for it. */
  id: z.string(),
  account: z.string(),
  label: z.string(),
  platform: z.string(),
  service: z.enum(serviceIds),
  /** The profile's name where there is one, else the connection's label. */
  place: z.string(),
};

const stakeSchema = z.object({ posts: z.number(), nextAt: z.number() });

/** Something to tell the user once. Texts are made when it is delivered, in the language then. */
export const noticeSchema = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('trouble'),
    ...ofAccount,
    trouble: z.enum(troubles),
    stake: z.exactOptional(stakeSchema),
    /** The trouble it was in before, where it was in one. */
    from: z.exactOptional(z.enum(troubles)),
  }),
  z.object({ kind: z.literal('recovery'), ...ofAccount }),
  z.object({
    kind: z.literal('refused'),
    id: z.string(),
    connectionId: z.string(),
    label: z.string(),
    service: z.enum(serviceIds),
  }),
]);

export type Notice = z.infer<typeof noticeSchema>;

/** What a check's events ask to be told, as the settings and mutes allow. */
export function noticesOf(
  events: readonly AccountEvent[],
  accounts: readonly Account[],
  where: {
    connection: Connection;
    profileName?: string | undefined;
    /** When scheduled posts go out, by the service's ids of the accounts. */
    atStake?: TimesByAccount;
  },
  settings: Settings,
  now: number,
): Notice[] {
  const byKey = new Map(accounts.map((account) => [account.key, account]));
  return events.flatMap((event): Notice[] => {
    const account = byKey.get(event.account);
    if (!account || isMuted(account.mute, now)) return [];
    const about = {
      id: event.id,
      account: account.key,
      label: accountLabel(account),
      platform: account.platform,
      service: where.connection.service,
      place: where.profileName ?? where.connection.label,
    };
    if (event.to === 'working') {
      return tellsRecovery(event.from, settings) ? [{ kind: 'recovery', ...about }] : [];
    }
    if (event.to === 'absent' || event.to === 'retired') return [];
    const stake = stakeOf(where.atStake?.get(account.id), now);
    const from = troubles.find((trouble) => trouble === event.from);
    const notice: Notice = {
      kind: 'trouble',
      ...about,
      trouble: event.to,
      ...(from && { from }),
      ...(stake && { stake }),
    };
    return settings.notify[kindOf(notice)] ? [notice] : [];
  });
}

/** By which switch a notice is told or kept quiet. */
export function kindOf(notice: Notice): NotificationKind {
  return notice.kind === 'trouble' && isWarning(notice.trouble) ? 'warning' : notice.kind;
}

/** After a warning that was kept quiet, that all is well again is no news: nothing had ended. */
function tellsRecovery(from: AccountEvent['from'], { notify }: Settings): boolean {
  if (from === 'working' || from === 'absent' || from === 'retired') return false;
  return notify.recovery && (notify.warning || !isWarning(from));
}

/** The notice that a connection's key is refused; one for each time that it starts to be. */
export function refusedNotice(connection: Connection, since: number): Notice {
  const { id: connectionId, label, service } = connection;
  return {
    kind: 'refused',
    id: refusedNoticeId(connectionId, since),
    connectionId,
    label,
    service,
  };
}
