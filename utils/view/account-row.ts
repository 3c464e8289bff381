import { type Account, accountLabel, type Mute } from '../accounts/account';
import { attentionOf, type Condition, conditionOf, isMuted, troubles } from '../accounts/attention';
import { platformName } from '../accounts/platform';
import { type Stake, stakeOf, type TimesByAccount } from '../accounts/stake';
import { scheduledTimes } from '../monitor/stake-state';
import type { Watched } from '../monitor/watched';
import { type ServiceId, services } from '../services/registry';
import { type Twin, withTwins } from './twins';

/** The word that an account's state is shown with; `connected` where no status is reported. */
export type StatusWord = 'active' | 'connected' | Exclude<Condition, 'working'>;

/** An account as lists show it. Times are ms since the epoch. */
export interface AccountRow {
  key: string;
  id: string;
  /** `@alice`, or a name. */
  label: string;
  /** The display name, where the label is a handle. */
  name: string | undefined;
  platform: string;
  platformName: string;
  picture: string | undefined;
  service: ServiceId;
  serviceName: string;
  dashboardUrl: string;
  reconnects: boolean;
  /** False where the service tells only who is connected. */
  reportsStatus: boolean;
  profileName: string | undefined;
  connectionLabel: string;
  word: StatusWord;
  /** When this state began; absent where it is older than what we have seen. */
  since: number | undefined;
  firstSeenAt: number;
  needsAttention: boolean;
  inTrouble: boolean;
  mute: Mute | undefined;
  /** While a mute holds; also of an account that works. */
  isMuted: boolean;
  missing: boolean;
  /** Without a leading `@`. */
  handle: string | undefined;
  platformAccountId: string | undefined;
  /** The service's own word for a status that we do not know. */
  reportedStatus: string | undefined;
  /** The same account through other services. */
  twins?: Twin[];
  /** What the account would miss, where it is in trouble and that is known. */
  stake?: Stake;
}

/**
 * The rows of every connection that is not paused: those that need attention first, among them
 * those with posts at stake, the soonest first, and then the worst first.
 */
export function accountRows({ connections, accounts }: Watched, now: number): AccountRow[] {
  const rows = connections
    .filter(({ connection }) => !connection.paused)
    .flatMap(({ connection, targets, stake }) => {
      const atStake = stake ? scheduledTimes(stake) : new Map();
      return targets.flatMap(({ id, profile }) =>
        (accounts.get(id) ?? []).map((account) => {
          const { service, label } = connection;
          return withStake(rowOf(account, service, label, profile?.name, now), atStake, now);
        }),
      );
    });
  return withTwins(rows).sort(byUrgency);
}

function rowOf(
  account: Account,
  service: ServiceId,
  connectionLabel: string,
  profileName: string | undefined,
  now: number,
): AccountRow {
  const { name: serviceName, dashboardUrl, reconnects, reportsStatus } = services[service];
  const condition = conditionOf(account);
  const label = accountLabel(account);
  return {
    key: account.key,
    id: account.id,
    label,
    name: account.name && account.name !== label ? account.name : undefined,
    platform: account.platform,
    platformName: platformName(account.platform),
    picture: account.picture,
    service,
    serviceName,
    dashboardUrl,
    reconnects,
    reportsStatus,
    profileName: profileName || undefined,
    connectionLabel,
    word: condition !== 'working' ? condition : reportsStatus ? 'active' : 'connected',
    since: account.statusSince > account.firstSeenAt ? account.statusSince : undefined,
    firstSeenAt: account.firstSeenAt,
    needsAttention: attentionOf(account, now) !== undefined,
    inTrouble: condition !== 'working',
    mute: account.mute,
    isMuted: isMuted(account.mute, now),
    handle: account.handle,
    platformAccountId: account.platformAccountId,
    reportedStatus: account.reportedStatus,
    missing: account.missingSince !== undefined,
  };
}

function withStake(row: AccountRow, atStake: TimesByAccount, now: number): AccountRow {
  const stake = row.inTrouble ? stakeOf(atStake.get(row.id), now) : undefined;
  return stake ? { ...row, stake } : row;
}

/** Comparing through one collator is many times faster than `localeCompare`. */
const alphabet = new Intl.Collator();

function byUrgency(a: AccountRow, b: AccountRow): number {
  const urgency =
    Number(b.needsAttention) - Number(a.needsAttention) ||
    Number(b.inTrouble) - Number(a.inTrouble) ||
    bySoonest(a.stake, b.stake) ||
    rank(a.word) - rank(b.word);
  if (urgency !== 0) return urgency;
  if (a.inTrouble && a.since !== b.since) return (b.since ?? 0) - (a.since ?? 0);
  return alphabet.compare(a.label, b.label);
}

/** What is lost first comes first, whatever the trouble. */
function bySoonest(a: Stake | undefined, b: Stake | undefined): number {
  if (!a || !b) return Number(b !== undefined) - Number(a !== undefined);
  return a.nextAt - b.nextAt;
}

function rank(word: StatusWord): number {
  if (word === 'active' || word === 'connected') return troubles.length;
  return troubles.indexOf(word);
}
