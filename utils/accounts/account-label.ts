import { cleanText } from '../clean-text';
import type { Account } from './account';
import { platformName } from './platform';

/** What a person calls the account: `@alice`, else its name, else its platform and number there. */
export function accountLabel(
  account: Pick<Account, 'handle' | 'name' | 'id' | 'platform' | 'platformAccountId'>,
): string {
  if (account.handle) return `@${account.handle}`;
  if (account.name) return account.name;
  // Ids are kept as they came, for they tell accounts apart; to show one is another matter.
  const id = cleanText(account.platformAccountId ?? account.id);
  return [platformName(account.platform), id].filter(Boolean).join(' ');
}
