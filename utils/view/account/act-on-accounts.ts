import { i18n } from '#i18n';
import type { Mute } from '../../accounts/account';
import { send } from '../../commands/messages';
import type { AccountRow } from './account-row';

/** What can be done with several accounts at once. */
export type BulkAction = { kind: 'mute'; mute: Mute | null } | { kind: 'forget' };

/** @returns a message for the user; empty where the list shows the result. Does not throw. */
export async function actOnAccounts(
  rows: readonly AccountRow[],
  action: BulkAction,
): Promise<string> {
  const accounts = rows.map(({ key }) => key);
  try {
    if (action.kind === 'mute') await send('muteAccounts', { accounts, mute: action.mute });
    else await send('forgetAccounts', { accounts });
    return '';
  } catch {
    return i18n.t('popup.result.lost');
  }
}
