import type { WatchedConnection } from '@/utils/monitor/watched';
import { readSchedule } from '@/utils/storage/read';
import type { World } from './world';

/** The names of the world's profiles. */
export const bothNames = ['Alice’s Brand', 'Northwind Traders'];

/** The one connection of a world that has profiles. */
export async function agency(world: World): Promise<WatchedConnection> {
  const { connections } = await readSchedule(world.now());
  const found = connections.find(({ connection }) => connection.service === 'synposter');
  if (!found) throw new Error('The agency is not connected');
  return found;
}

export function profileNames({ connection }: WatchedConnection): (string | undefined)[] {
  return connection.profiles.map(({ name }) => name);
}
