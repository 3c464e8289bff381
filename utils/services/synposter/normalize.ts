import { type ListedAccount, listedStatuses } from '../../accounts/account';
import { cleanText } from '../../accounts/clean-text';
import type { Entry } from './schema';

const known = listedStatuses.filter((status) => status !== 'unknown');

/** A Synposter account. A status that came after these documents is kept as the service said it. */
export function normalize(entry: Entry): ListedAccount {
  const status = known.find((value) => value === entry.status) ?? 'unknown';
  const handle = cleanText(entry.handle)?.replace(/^@/, '');
  const reportedStatus = cleanText(entry.status);
  return {
    id: entry.id,
    platform: cleanText(entry.platform) ?? 'unknown',
    platformAccountId: entry.platformAccountId,
    status,
    scopes: entry.scopes,
    connectedAt: entry.connectedAt,
    ...(handle && { handle }),
    ...(status === 'unknown' && reportedStatus && { reportedStatus }),
    ...(entry.lastRefreshedAt && { refreshedAt: entry.lastRefreshedAt }),
  };
}
