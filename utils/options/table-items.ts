import type { AccountRow } from '../view/account/account-row';
import { type ClientGroup, groupByClient, startsCollapsed } from '../view/account/client-groups';

/** A row of the accounts table: an account, or the heading of a client's accounts. */
export type TableItem =
  | { kind: 'account'; row: AccountRow }
  | { kind: 'group'; group: ClientGroup; isOpen: boolean };

/** Accounts as table rows, in their order. */
export function ungroupedItems(rows: readonly AccountRow[]): TableItem[] {
  return rows.map((row) => ({ kind: 'account', row }));
}

/**
 * Accounts as table rows by client, each client with a heading.
 *
 * @param toggled clients that the user opened or closed, and whether they are open
 */
export function groupedItems(
  rows: readonly AccountRow[],
  toggled: ReadonlyMap<string, boolean>,
): TableItem[] {
  return groupByClient(rows).flatMap((group): TableItem[] => {
    const isOpen = toggled.get(group.client) ?? !startsCollapsed(group, rows.length);
    return [{ kind: 'group', group, isOpen }, ...(isOpen ? ungroupedItems(group.rows) : [])];
  });
}
