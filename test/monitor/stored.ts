import type { Account } from '@/utils/accounts/account';
import type { MonitoredConnection } from '@/utils/state/app-state';
import { readSchedule, readState } from '@/utils/state/read-state';
import type { World } from './world';

/** The names of the world's profiles. */
export const bothNames = ['Alice’s Brand', 'Northwind Traders'];

type Clock = Pick<World, 'now'>;

/** All accounts, of every connection. */
export async function storedAccounts({ now }: Clock): Promise<readonly Account[]> {
  return [...(await readState(now())).accounts.values()].flat();
}

/** The account with a handle or name, if it is stored. */
export async function accountCalled(world: Clock, name: string): Promise<Account | undefined> {
  const accounts = await storedAccounts(world);
  return accounts.find((account) => account.handle === name || account.name === name);
}

export async function keyOf(world: Clock, name: string): Promise<string> {
  const account = await accountCalled(world, name);
  if (!account) throw new Error(`No account is called ${name}`);
  return account.key;
}

/** The connection, of which there is exactly one. */
export async function onlyConnection({ now }: Clock): Promise<MonitoredConnection> {
  const [only, ...others] = (await readSchedule(now())).connections;
  if (!only || others.length > 0) throw new Error('There is not one connection');
  return only;
}

/** The one connection of a world that has profiles. */
export async function agency({ now }: Clock): Promise<MonitoredConnection> {
  const { connections } = await readSchedule(now());
  const found = connections.find(({ connection }) => connection.service === 'synposter');
  if (!found) throw new Error('The agency is not connected');
  return found;
}

export function profileNames({ connection }: MonitoredConnection): (string | undefined)[] {
  return connection.profiles.map(({ name }) => name);
}
