import { browser } from 'wxt/browser';
import { i18n } from '#i18n';
import type { Mute } from '../accounts/account';
import { send } from '../messages';
import { openOptions } from '../open-options';
import type { AccountRow } from './account-row';
import { problemText } from './problem-text';

/** What can be done with an account from a list. */
export type AccountAction =
  | { kind: 'reconnect' }
  | { kind: 'open-service' }
  | { kind: 'mute'; mute: Mute | null }
  | { kind: 'copy-id' }
  | { kind: 'details' }
  | { kind: 'forget' };

/** @returns what to say to the user; empty where what they see says it. Does not throw. */
export async function actOnAccount(row: AccountRow, action: AccountAction): Promise<string> {
  try {
    return await carryOut(row, action);
  } catch {
    return i18n.t('popup.result.lost');
  }
}

async function carryOut(row: AccountRow, action: AccountAction): Promise<string> {
  switch (action.kind) {
    case 'reconnect':
      return reconnect(row);
    case 'open-service':
      await browser.tabs.create({ url: row.dashboardUrl });
      return '';
    case 'mute':
      await send('muteAccount', { account: row.key, mute: action.mute });
      return '';
    case 'copy-id':
      await navigator.clipboard.writeText(row.id);
      return i18n.t('account.copied');
    case 'details':
      await openOptions(`#accounts?account=${encodeURIComponent(row.key)}`);
      return '';
    case 'forget':
      await send('forgetAccount', { account: row.key });
      return '';
  }
}

async function reconnect(row: AccountRow): Promise<string> {
  const reply = await send('reconnectAccount', { account: row.key });
  switch (reply.kind) {
    case 'opened':
      return i18n.t('account.reconnectOpened');
    case 'failed':
      return i18n.t('account.reconnectFailed', [problemText(row.service, reply.error, Date.now())]);
    case 'gone':
      return i18n.t('popup.result.lost');
  }
}
