import { type ListedAccount, listedStatuses } from '../../accounts/account';
import { cleanText } from '../../clean-text';
import type { Entry } from './schema';

const known = listedStatuses.filter((status) => status !== 'unknown');

/** Normalizes a Synposter account. An unknown status is kept in the service's own word. */
export function normalize(entry: Entry): ListedAccount {
  const status = known.find((value) => value === entry.status) ?? 'unknown';
  const handle = cleanText(entry.handle)?.replace(/^@/, '');
  const reportedStatus = status === 'unknown' && cleanText(entry.status);
  const account: ListedAccount = {
    id: entry.id,
    platform: cleanText(entry.platform) ?? 'unknown',
    platformAccountId: entry.platformAccountId,
    status,
    scopes: entry.scopes,
    connectedAt: entry.connectedAt,
  };
  if (handle) account.handle = handle;
  if (reportedStatus) account.reportedStatus = reportedStatus;
  if (entry.lastRefreshedAt) account.refreshedAt = entry.lastRefreshedAt;
  return account;
}
