import type { Column } from '@/utils/options/account-table';

/** Each column's heading. */
export const columnTexts = {
  account: 'options.accounts.account',
  status: 'options.accounts.status',
  client: 'options.accounts.client',
  since: 'options.accounts.since',
  past: 'options.accounts.past',
  uptime: 'options.accounts.uptime',
} as const satisfies Record<Column, string>;
