import type { Account, Mute } from '../../accounts/account';
import { accountLabel } from '../../accounts/account-label';
import { attentionOf, conditionOf, isMuted } from '../../accounts/attention';
import { type AssignedClients, clientOf } from '../../accounts/client';
import { flappingLosses } from '../../accounts/flapping';
import type { Gap } from '../../accounts/history/watch-gaps';
import { platformName } from '../../accounts/platform';
import type { PostsAtRisk } from '../../accounts/posts-at-risk';
import type { Condition } from '../../accounts/trouble';
import { type ServiceId, services } from '../../services/registry';
import type { Connection } from '../../state/connection';

/**
 * The word for an account's state. `connected` where the service reports no status; `not-checked`
 * where it worked when it was last seen, but was not seen lately.
 */
export type DisplayStatus = 'active' | 'connected' | 'not-checked' | Exclude<Condition, 'working'>;

/** The same account through another service. */
export type OtherService = Pick<AccountRow, 'serviceName' | 'status' | 'inTrouble'>;

/** An account in a list. Times are ms since the epoch. */
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
  /** False where the service only reports which accounts are connected. */
  reportsStatus: boolean;
  profileName: string | undefined;
  connectionLabel: string;
  /** Whose account it is. */
  client: string;
  status: DisplayStatus;
  /** When this state began; absent where it began before we first saw it. */
  since: number | undefined;
  firstSeenAt: number;
  /** When a listing last had it; absent where unknown. */
  lastSeenAt: number | undefined;
  /** Seen within three intervals, and nothing has prevented checks since. */
  isChecked: boolean;
  needsAttention: boolean;
  inTrouble: boolean;
  mute: Mute | undefined;
  /** While a mute holds, even of an account that works. */
  isMuted: boolean;
  missing: boolean;
  /** Without a leading `@`. */
  handle: string | undefined;
  platformAccountId: string | undefined;
  /** The service's own status, where we don't know it. */
  reportedStatus: string | undefined;
  /** When nobody watched it, oldest first. */
  gaps: readonly Gap[];
  /** How often a flapping account stopped working in the last 6 hours. */
  losses: number | undefined;
  /** The same account through other services. */
  otherServices?: OtherService[];
  /** Posts it would miss while in trouble, where known. */
  atRisk?: PostsAtRisk;
}

/** Where an account is, and how current its data is. */
export interface RowContext {
  connection: Connection;
  profileName: string | undefined;
  clients: AssignedClients;
  isChecked: boolean;
  /** When its target last listed its accounts (ms since the epoch). */
  listedAt: number | undefined;
  /** When nobody watched its target, oldest first. */
  gaps: readonly Gap[];
}

/** One account's row at `now` (ms), without what depends on other rows. */
export function rowOf(account: Account, context: RowContext, now: number): AccountRow {
  const { connection, profileName, clients, isChecked, listedAt, gaps } = context;
  const { service, label: connectionLabel } = connection;
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
    client: clientOf(account.key, clients, profileName, connection),
    status: displayStatusOf(condition, isChecked, reportsStatus),
    since: account.statusSince > account.firstSeenAt ? account.statusSince : undefined,
    firstSeenAt: account.firstSeenAt,
    lastSeenAt: account.lastSeenAt ?? listedAt,
    isChecked,
    // A connection the user paused needs no attention.
    needsAttention: !connection.paused && attentionOf(account, now) !== undefined,
    inTrouble: condition !== 'working',
    mute: account.mute,
    isMuted: isMuted(account.mute, now),
    handle: account.handle,
    platformAccountId: account.platformAccountId,
    reportedStatus: account.reportedStatus,
    missing: account.missingSince !== undefined,
    gaps,
    losses: flappingLosses(account, now),
  };
}

function displayStatusOf(
  condition: Condition,
  isChecked: boolean,
  reportsStatus: boolean,
): DisplayStatus {
  if (condition !== 'working') return condition;
  if (!isChecked) return 'not-checked';
  return reportsStatus ? 'active' : 'connected';
}
