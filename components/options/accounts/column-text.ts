import { i18n } from '#i18n';
import type { Column } from '@/utils/options/account-table';

/** A column's heading. */
export function columnText(column: Column): string {
  switch (column) {
    case 'account':
      return i18n.t('options.accounts.account');
    case 'status':
      return i18n.t('options.accounts.status');
    case 'client':
      return i18n.t('options.accounts.client');
    case 'since':
      return i18n.t('options.accounts.since');
    case 'past':
      return i18n.t('options.accounts.past');
    case 'uptime':
      return i18n.t('options.accounts.uptime');
  }
}
