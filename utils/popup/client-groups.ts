import { listOf } from '../view/account/account-list';
import type { AccountRow } from '../view/account/account-row';
import { type ClientSummary, groupByClient, startsCollapsed } from '../view/account/client-groups';

/** A client's connected accounts in the popup. Its summary counts all of the client's accounts. */
export interface PopupGroup extends ClientSummary {
  rows: readonly AccountRow[];
  startsOpen: boolean;
}

/** The connected accounts by client; a client without any is left out. */
export function connectedByClient(rows: readonly AccountRow[]): PopupGroup[] {
  return groupByClient(rows)
    .map((group) => ({
      ...group,
      rows: group.rows.filter((row) => listOf(row) === 'connected'),
      startsOpen: !startsCollapsed(group, rows.length),
    }))
    .filter((group) => group.rows.length > 0);
}
