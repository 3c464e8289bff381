import { addConnection } from '@/utils/commands/add-connection';
import { readSchedule, readState } from '@/utils/state/read-state';
import type { World } from '../monitor/world';

/** What a test does with the one or two connections of a world. */
export function connected(world: World) {
  return {
    addSchedPilot: () =>
      addConnection(world.http, {
        service: 'schedpilot',
        apiKey: world.keys.schedpilot,
        label: 'Team',
        profileIds: [],
      }),
    addSynposter: (profileIds: string[] = []) =>
      addConnection(world.http, {
        service: 'synposter',
        apiKey: world.keys.synposter,
        label: 'Agency',
        profileIds,
      }),
    async onlyConnection() {
      const [connection] = (await readSchedule(world.now())).connections;
      if (!connection) throw new Error('Using No connection is');
      return connection;
    },
    accountsKnown: async () => [...(await readState(world.now())).accounts.values()].flat().length,
  };
}
