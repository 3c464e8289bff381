import type { Account } from '@/utils/accounts/account';
import type { MonitoredConnection } from '@/utils/state/app-state';
import { eachAccountOnce } from '@/utils/state/overlaps';
import { account, appState, monitoredConnection } from '../../builders';

export const first = monitoredConnection({ connection: { id: 'c1', label: 'First' } });
export const second = monitoredConnection({ connection: { id: 'c2', label: 'Second' } });

/** The account that connections share, as the connection `id` stores it. */
export function listedBy(id: string, changes: Partial<Account> = {}): Account {
  return account({ handle: 'alice', key: `${id}/twitter#1`, ...changes });
}

export const since = (statusSince: number) => ({ statusSince });
export const expired = (statusSince: number) => ({ status: 'expired' as const, statusSince });

/** The keys of the accounts that are counted if both connections list the same account. */
export function countedKeys(
  own: Partial<Account> = {},
  other: Partial<Account> = {},
  connections: readonly MonitoredConnection[] = [first, second],
): string[] {
  const state = appState(connections, { c1: [listedBy('c1', own)], c2: [listedBy('c2', other)] });
  return [...eachAccountOnce(state).accounts.values()].flat().map(({ key }) => key);
}
