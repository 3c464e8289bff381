import type { ListedAccount } from '../../accounts/account';
import { cleanText } from '../../clean-text';
import { httpsUrl } from '../https-url';
import type { Entry } from './schema';

/**
 * Normalizes a SchedPilot account. Being listed means connected, since no status is reported.
 *
 * The older format's `name` may be a display name, page name or handle, without saying which.
 */
export function normalize(entry: Entry): ListedAccount {
  const name = cleanText(entry.name);
  const handle = cleanText(entry.username)?.replace(/^@/, '');
  const picture = httpsUrl(entry.picture) ?? httpsUrl(entry.image);
  return {
    id: String(entry.id),
    platform: cleanText(entry.type) ?? 'unknown',
    status: 'active',
    ...(name && { name }),
    ...(handle && { handle }),
    ...(picture && { picture }),
  };
}
