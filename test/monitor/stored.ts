import type { MonitoredConnection } from '@/utils/state/app-state';
import { readSchedule } from '@/utils/state/read-state';
import type { World } from './world';

/** The names of the world's profiles. */
export const bothNames = ['Alice’s Brand', 'Northwind Traders'];

/** The one connection of a world that has profiles. */
export async function agency(world: World): Promise<MonitoredConnection> {
  const { connections } = await readSchedule(world.now());
  const found = connections.find(({ connection }) => connection.service === 'synposter');
  if (!found) throw new Error('The agency is not connected');
  return found;
}

export function profileNames({ connection }: MonitoredConnection): (string | undefined)[] {
  return connection.profiles.map(({ name }) => name);
}
