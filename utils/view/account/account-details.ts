import type { AccountEvent } from '../../accounts/history/event';
import { targetIdOfAccount } from '../../accounts/identity';
import type { AppState } from '../../state/app-state';
import { type Activity, withOutages } from '../activity';
import type { AccountRow } from './account-row';

/** Everything known about one account. Times are ms since the epoch. */
export interface AccountDetails {
  row: AccountRow;
  scopes: readonly string[] | undefined;
  connectedAt: number | undefined;
  refreshedAt: number | undefined;
  /** Newest first. */
  activities: readonly Activity[];
}

/** @returns `undefined` where the account is not known */
export function accountDetails(
  key: string | undefined,
  { accounts }: AppState,
  rows: readonly AccountRow[],
  history: readonly AccountEvent[],
): AccountDetails | undefined {
  const row = rows.find((other) => other.key === key);
  if (!row) return undefined;
  const account = accounts.get(targetIdOfAccount(row.key))?.find((other) => other.key === row.key);
  if (!account) return undefined;
  return {
    row,
    scopes: account.scopes,
    connectedAt: moment(account.connectedAt),
    refreshedAt: moment(account.refreshedAt),
    activities: withOutages(history.filter((event) => event.account === row.key)).toReversed(),
  };
}

/** A service's time, where it is valid. */
function moment(text: string | undefined): number | undefined {
  const at = Date.parse(text ?? '');
  return Number.isNaN(at) ? undefined : at;
}
