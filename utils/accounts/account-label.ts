import { cleanText } from '../clean-text';
import type { Account } from './account';
import { platformName } from './platform';

/** What people call the account: `@alice`, else its name, else its platform and id. */
export function accountLabel(
  account: Pick<Account, 'handle' | 'name' | 'id' | 'platform' | 'platformAccountId'>,
): string {
  if (account.handle) return `@${account.handle}`;
  if (account.name) return account.name;
  // Ids are stored unchanged, because they identify accounts. Only what is shown is cleaned.
  const id = cleanText(account.platformAccountId ?? account.id);
  return [platformName(account.platform), id].filter(Boolean).join(' ');
}
