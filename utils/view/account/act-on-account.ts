import { browser } from 'wxt/browser';
import { i18n } from '#i18n';
import type { Mute } from '../../accounts/account';
import { send } from '../../commands/messages';
import { sentences } from '../../text/language';
import { problemText } from '../../text/problem-text';
import type { Confirm, Question } from '../confirm';
import { copyText } from '../copy-text';
import type { AccountRow } from './account-row';
import { messageForClient } from './status-summary';

/** What the page does itself: it shows details, or asks for the client. */
type PageAction = { kind: 'details' } | { kind: 'move' };

/** What can be done with an account in a list. */
export type AccountAction =
  | { kind: 'reconnect' }
  | { kind: 'open-service' }
  | { kind: 'mute'; mute: Mute | null }
  | { kind: 'copy-id' }
  | { kind: 'copy-message' }
  | PageAction
  | { kind: 'forget' };

/** @returns a message for the user; empty where the list shows the result. Does not throw. */
export function actOnAccount(
  row: AccountRow,
  action: Exclude<AccountAction, PageAction>,
  confirm: Confirm,
): Promise<string> {
  return carryOut(row, action, confirm).catch(() => i18n.t('popup.result.lost'));
}

/** What can be done with several accounts at once. */
export type BulkAction =
  | { kind: 'mute'; mute: Mute | null }
  | { kind: 'forget' }
  /** `null` returns the accounts to their profile or connection. */
  | { kind: 'move'; client: string | null };

/** @returns a message for the user; empty where the list shows the result. Does not throw. */
export async function actOnAccounts(
  rows: readonly AccountRow[],
  action: BulkAction,
): Promise<string> {
  const accounts = rows.map(({ key }) => key);
  try {
    switch (action.kind) {
      case 'mute':
        await send('muteAccounts', { accounts, mute: action.mute });
        break;
      case 'forget':
        await send('forgetAccounts', { accounts });
        break;
      case 'move':
        await send('moveToClient', { accounts, client: action.client });
        break;
    }
    return '';
  } catch {
    return i18n.t('popup.result.lost');
  }
}

async function carryOut(
  row: AccountRow,
  action: Parameters<typeof actOnAccount>[1],
  confirm: Confirm,
): Promise<string> {
  switch (action.kind) {
    case 'reconnect':
      return reconnect(row, confirm);
    case 'open-service':
      await browser.tabs.create({ url: row.dashboardUrl });
      return '';
    case 'mute':
    case 'forget':
      return actOnAccounts([row], action);
    case 'copy-id':
      return copyText(row.id);
    case 'copy-message':
      return copyText(messageForClient(row));
  }
}

async function reconnect(row: AccountRow, confirm: Confirm, host?: string): Promise<string> {
  const agreed = host === undefined ? {} : { host };
  const reply = await send('reconnectAccount', { account: row.key, ...agreed });
  switch (reply.kind) {
    case 'opened':
      return i18n.t('account.reconnectOpened');
    case 'confirm':
      return (await confirm(questionAbout(reply.host, row)))
        ? reconnect(row, confirm, reply.host)
        : '';
    case 'failed': {
      const why = problemText(row, reply.error, Date.now());
      const failed = i18n.t('account.reconnectFailed', [why]);
      if (reply.openedInstead === undefined) return failed;
      return sentences(failed, i18n.t('account.openedInstead', [reply.openedInstead]));
    }
    case 'gone':
      return i18n.t('popup.result.lost');
  }
}

function questionAbout(host: string, { serviceName, label }: AccountRow): Question {
  return {
    title: i18n.t('account.confirmHost.title', [host]),
    text: i18n.t('account.confirmHost.text', { host, service: serviceName, who: label }),
    yes: i18n.t('account.confirmHost.yes', [host]),
    no: i18n.t('options.form.cancel'),
  };
}
