import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { muteAccounts } from '@/utils/commands/accounts';
import { pauseConnection } from '@/utils/commands/connections';
import { changeSettings } from '@/utils/commands/settings/change-settings';
import type { Connection } from '@/utils/state/connection';
import { connectionStateItem, connectionsItem } from '@/utils/state/items';
import { muteEndItem } from '@/utils/state/session-items';
import { setValues } from '@/utils/storage/area';
import { toStored } from '@/utils/storage/item';
import { readItems } from '@/utils/storage/read-items';
import { transaction } from '@/utils/storage/transaction';
import { hour, minute, quietAround } from '../builders';
import { answering } from '../services/world';
import { storedAccounts } from './stored';
import { startCheckedWorld, startWorker, type World } from './world';

let world: World;
beforeEach(async () => {
  world = await startCheckedWorld();
});
afterEach(() => {
  vi.restoreAllMocks();
});

const lasts = 3 * hour;
/** Enough for two connections, and for early retries. One wake every 30 s would be 360. */
const most = 80;
const alarm = async () => (await fakeBrowser.alarms.get('check'))?.scheduledTime;

/** How often a background is started by its alarm in three hours in which nothing else happens. */
async function wakes(): Promise<number> {
  const end = world.now() + lasts;
  await startWorker(world.http).run();
  for (let count = 0; ; count += 1) {
    const next = await alarm();
    if (next === undefined || next > end) return count;
    world.pass(Math.max(0, next - world.now()) / minute);
    await startWorker(world.http).run();
  }
}

const changeConnections = (change: (connection: Connection) => Connection) =>
  transaction(world.now(), async (tx) => {
    const [connections] = await tx.get([connectionsItem]);
    tx.put(connectionsItem, connections.map(change));
  });

async function eachConnection(work: (id: string) => Promise<unknown>): Promise<void> {
  const [connections] = await readItems([connectionsItem]);
  for (const { id } of connections) await work(id);
}

it.each<[string, () => Promise<unknown>, number?]>([
  ['all is well', async () => undefined],
  [
    'a service without profiles is asked to list them',
    () => changeConnections((connection) => ({ ...connection, profilesFrom: 'all' })),
  ],
  [
    'every profile was deleted',
    async () => {
      world.synposter.state.profiles = [];
    },
  ],
  [
    'no profile is known, and listing profiles fails',
    async () => {
      await changeConnections((connection) => ({ ...connection, profiles: [] }));
      world.http.fetch = answering('', { status: 500 }).fetch;
    },
  ],
  [
    'no profile is known, and the key is rejected',
    async () => {
      await changeConnections((connection) => ({ ...connection, profiles: [] }));
      world.synposter.state.keys.clear();
    },
  ],
  [
    'every key is rejected',
    async () => {
      world.synposter.state.keys.clear();
      world.schedPilot.state.keys.clear();
    },
  ],
  [
    'the browser allows access to no service',
    async () => Object.assign(fakeBrowser.permissions, { contains: async () => false }),
  ],
  ['the keys are lost', () => fakeBrowser.storage.local.remove('keys')],
  [
    'every connection is rate-limited',
    () =>
      eachConnection((id) =>
        transaction(world.now(), async (tx) => {
          const blocked = {
            by: 'rate-limit' as const,
            since: world.now(),
            until: world.now() + 2 * hour,
          };
          tx.put(connectionStateItem(id), { blocked });
        }),
      ),
  ],
  [
    'a noted end of a mute has passed',
    () => setValues(new Map([[muteEndItem.key, toStored(muteEndItem, world.now() - minute)]])),
  ],
  [
    'accounts are muted for a while',
    async () => {
      for (const { key } of await storedAccounts(world)) {
        const mute = { until: 'time' as const, at: world.now() + hour };
        await muteAccounts(world.now(), { accounts: [key], mute });
      }
    },
  ],
  [
    'a notice waits for the end of quiet hours',
    async () => {
      await changeSettings(world.now(), { quietHours: quietAround(world.now(), 2 * hour) });
      world.synposter.change('alice', { status: 'expired' });
    },
  ],
  [
    'the browser accepts no notification',
    async () => {
      vi.spyOn(fakeBrowser.notifications, 'create').mockRejectedValue(new Error('Not now'));
      world.synposter.change('alice', { status: 'expired' });
    },
  ],
  ['posts are monitored', () => changeSettings(world.now(), { watchPosts: true })],
  ['the clock is set back', async () => world.pass(-300)],
  [
    'everything is paused',
    () =>
      eachConnection((connectionId) =>
        pauseConnection(world.now(), { connectionId, paused: true }),
      ),
    0,
  ],
])('does not wake again and again if %s', async (_, prepare, atMost = most) => {
  await prepare();
  expect(await wakes()).toBeLessThanOrEqual(atMost);
});
