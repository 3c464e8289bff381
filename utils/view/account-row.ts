import type { Account, Mute } from '../accounts/account';
import { accountLabel } from '../accounts/account-label';
import { attentionOf, type Condition, conditionOf, isMuted } from '../accounts/attention';
import { platformName } from '../accounts/platform';
import type { PostsAtRisk } from '../accounts/posts-at-risk';
import { type ServiceId, services } from '../services/registry';

/**
 * The word that an account's state is shown with; `connected` where no status is reported, and
 * `not-checked` where it worked when it was last seen, but was not seen lately.
 */
export type StatusWord = 'active' | 'connected' | 'not-checked' | Exclude<Condition, 'working'>;

/** The same account as another service sees it: it is connected through both. */
export type OtherService = Pick<AccountRow, 'serviceName' | 'word' | 'inTrouble'>;

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
  /** When a listing last had it; absent where that is not known. */
  lastSeenAt: number | undefined;
  /** Seen within three intervals, with nothing that has kept us from checking it since. */
  isChecked: boolean;
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
  otherServices?: OtherService[];
  /** What the account would miss, where it is in trouble and that is known. */
  atRisk?: PostsAtRisk;
}

/** Where an account is, and how far what is known of it is up to date. */
export interface RowContext {
  service: ServiceId;
  connectionLabel: string;
  profileName: string | undefined;
  isPaused: boolean;
  isChecked: boolean;
  /** When its target last answered with a listing (ms since the epoch). */
  listedAt: number | undefined;
}

/** The row of one account at `now` (ms), as far as it is known by itself. */
export function rowOf(account: Account, context: RowContext, now: number): AccountRow {
  const { service, connectionLabel, profileName, isPaused, isChecked, listedAt } = context;
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
    word: wordOf(condition, isChecked, reportsStatus),
    since: account.statusSince > account.firstSeenAt ? account.statusSince : undefined,
    firstSeenAt: account.firstSeenAt,
    lastSeenAt: account.lastSeenAt ?? listedAt,
    isChecked,
    // A connection that the user paused asks for nothing.
    needsAttention: !isPaused && attentionOf(account, now) !== undefined,
    inTrouble: condition !== 'working',
    mute: account.mute,
    isMuted: isMuted(account.mute, now),
    handle: account.handle,
    platformAccountId: account.platformAccountId,
    reportedStatus: account.reportedStatus,
    missing: account.missingSince !== undefined,
  };
}

function wordOf(condition: Condition, isChecked: boolean, reportsStatus: boolean): StatusWord {
  if (condition !== 'working') return condition;
  if (!isChecked) return 'not-checked';
  return reportsStatus ? 'active' : 'connected';
}
