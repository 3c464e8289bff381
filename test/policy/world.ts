import { fakeBrowser } from 'wxt/testing/fake-browser';
import { followPolicy } from '@/utils/policy/enforce';
import { connectionsItem } from '@/utils/state/items';
import { readState } from '@/utils/state/read-state';
import type { Settings } from '@/utils/state/settings';
import { readItems } from '@/utils/storage/read-items';
import { keys } from '../apis/scenario.ts';
import { startWorker, startWorld, type World } from '../monitor/world';

/** What an administrator writes: anything, as far as the browser is concerned. */
export interface WrittenPolicy {
  connections?: unknown;
  settings?: unknown;
}

/** A policy with one SchedPilot connection. */
export const teamWith = (apiKey: string): WrittenPolicy => ({
  connections: [{ service: 'schedpilot', apiKey, label: 'Team' }],
});

/** A policy with a connection for each service. */
export const teamAndAgency: WrittenPolicy = {
  connections: [
    { service: 'schedpilot', apiKey: keys.schedpilot, label: 'Team' },
    { service: 'synposter', apiKey: keys.synposter, label: 'Agency' },
  ],
};

/** A world whose browser belongs to an organization. */
export function startManagedWorld() {
  const world = startWorld();
  return {
    ...world,
    /** Writes the policy, and waits until the background has applied it. */
    async enforce(policy: WrittenPolicy): Promise<void> {
      await fakeBrowser.storage.managed.clear();
      await fakeBrowser.storage.managed.set({ ...policy });
      await follow(world);
    },
    follow: () => follow(world),
  };
}

/** What a background does when it starts, and whenever the browser says that the policy changed. */
function follow({ http }: World): Promise<void> {
  return followPolicy(http.now, () => startWorker(http).run());
}

export async function connections() {
  const [stored] = await readItems([connectionsItem]);
  return stored;
}

/** How many accounts each connection has, by its label. */
export async function accountsByLabel(now: number): Promise<Record<string, number>> {
  const { connections, accounts } = await readState(now);
  return Object.fromEntries(
    connections.map(({ connection, targets }) => [
      connection.label,
      targets.flatMap(({ id }) => accounts.get(id) ?? []).length,
    ]),
  );
}

export async function settingsInForce(now: number): Promise<Settings> {
  return (await readState(now)).settings;
}

/** Everything in the extension's own storage, as text. */
export async function everythingStored(): Promise<string> {
  const { local, session } = fakeBrowser.storage;
  return JSON.stringify([await local.get(), await session.get()]);
}
