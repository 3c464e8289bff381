import type { ListedAccount } from '../../accounts/account';
import { cleanText } from '../../clean-text';
import { httpsUrl } from '../https-url';
import type { Entry } from './schema';

/**
 * A SchedPilot account. The service reports no status: to be listed is to be connected.
 *
 * The older shape's `name` is a display name, page name or handle, and cannot be told which.
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
