import { compareNames } from '../../text/compare-names';
import { listOf } from './account-list';
import type { AccountRow } from './account-row';

/** A client's accounts in numbers. Muted trouble is in none of the last three. */
export interface ClientSummary {
  client: string;
  total: number;
  attention: number;
  notChecked: number;
  connected: number;
}

/** A client with its accounts, in the order they had. */
export interface ClientGroup extends ClientSummary {
  rows: readonly AccountRow[];
}

/** Lists this short stay open: collapsing would only cost a click. */
const alwaysOpenUpTo = 12;

/** Groups accounts by client: clients that need attention first, then by name. */
export function groupByClient(rows: readonly AccountRow[]): ClientGroup[] {
  return [...Map.groupBy(rows, ({ client }) => client)]
    .map(([client, rows]) => ({
      client,
      total: rows.length,
      attention: count(rows, ({ needsAttention }) => needsAttention),
      notChecked: count(rows, (row) => listOf(row) === 'not-checked'),
      connected: count(rows, ({ inTrouble, isChecked }) => !inTrouble && isChecked),
      rows,
    }))
    .sort(
      (a, b) =>
        Number(b.attention > 0) - Number(a.attention > 0) || compareNames(a.client, b.client),
    );
}

/** True if a group starts collapsed: all is well in it, and there are many accounts. */
export function startsCollapsed({ total, connected }: ClientSummary, allAccounts: number): boolean {
  return allAccounts > alwaysOpenUpTo && connected === total;
}

function count(rows: readonly AccountRow[], has: (row: AccountRow) => boolean): number {
  return rows.filter(has).length;
}
