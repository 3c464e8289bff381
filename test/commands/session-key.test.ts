import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { removeConnection } from '@/utils/commands/connections';
import { editConnection } from '@/utils/commands/edit-connection';
import { reconnectAccount } from '@/utils/commands/reconnect';
import { keptKeysItem, readKey, sessionKeysItem } from '@/utils/state/api-keys';
import { connectionProblem } from '@/utils/state/app-state';
import { readState } from '@/utils/state/read-state';
import { readItems } from '@/utils/storage/read-items';
import { transaction } from '@/utils/storage/transaction';
import { storedAccounts } from '../monitor/stored';
import { connectionIdOf, startWorker, startWorld, type World } from '../monitor/world';

let world: World;
let connectionId: string;
beforeEach(async () => {
  world = startWorld();
  const kept = { label: 'Agency', keyKeptUntil: 'browser-closes' } as const;
  connectionId = await connectionIdOf(world, 'synposter', kept);
  await startWorker(world.http).run();
});

/** What closing the browser does to extension storage. */
const closeBrowser = () => fakeBrowser.storage.session.clear();

async function problem() {
  const [monitored] = (await readState(world.now())).connections;
  return monitored && connectionProblem(monitored);
}

describe('a key kept until the browser closes', () => {
  it('is never on disk', async () => {
    const onDisk = JSON.stringify(await fakeBrowser.storage.local.get(null));
    expect(onDisk).not.toContain(world.keys.synposter);
    expect((await readItems([sessionKeysItem]))[0][connectionId]).toBe(world.keys.synposter);
  });

  it('is requested again afterwards, and nothing is sent without it', async () => {
    await closeBrowser();
    const asked = world.asked.length;
    world.pass(20);
    await startWorker(world.http).run();
    expect(world.asked).toHaveLength(asked);
    expect(await problem()).toEqual({ kind: 'no-key' });
    const accounts = await storedAccounts(world);
    expect(accounts).toHaveLength(6);

    const [first] = accounts;
    expect(await reconnectAccount(world.http, { account: first?.key ?? '' })).toEqual({
      kind: 'failed',
      error: { kind: 'no-key' },
    });
  });

  it('resumes checks when it is entered again', async () => {
    await closeBrowser();
    world.pass(20);
    await startWorker(world.http).run();
    world.pass(1);
    const edit = { connectionId, label: 'Agency', profileIds: [] };
    expect(await editConnection(world.http, edit)).toMatchObject({ error: { kind: 'no-key' } });
    await editConnection(world.http, { ...edit, apiKey: world.keys.synposter });
    world.pass(1);
    await startWorker(world.http).run();
    expect(await problem()).toBeUndefined();
    expect((await readItems([keptKeysItem]))[0]).toEqual({});
  });

  it('moves to disk and back as the user chooses', async () => {
    const edit = { connectionId, label: 'Agency', profileIds: [] };
    await editConnection(world.http, { ...edit, keyKeptUntil: 'removed' });
    expect((await readItems([keptKeysItem]))[0]).toEqual({ [connectionId]: world.keys.synposter });
    await editConnection(world.http, { ...edit, keyKeptUntil: 'browser-closes' });
    expect(await readItems([keptKeysItem, sessionKeysItem])).toEqual([
      {},
      { [connectionId]: world.keys.synposter },
    ]);
  });
});

describe('a key that moves between memory and disk', () => {
  const edit = (keyKeptUntil: 'removed' | 'browser-closes') =>
    editConnection(world.http, { connectionId, keyKeptUntil, label: 'Agency', profileIds: [] });
  const stored = async () =>
    JSON.stringify([
      await fakeBrowser.storage.local.get(null),
      await fakeBrowser.storage.session.get(null),
    ]);
  const keyNow = () => transaction(world.now(), (tx) => readKey(tx, connectionId));

  it.each([
    ['browser-closes', 'removed'],
    ['removed', 'browser-closes'],
  ] as const)(
    'is not lost if the background is killed on the way from “until %s” to “until %s”',
    async (before, after) => {
      await edit(before);
      let writes = 0;
      for (const area of [fakeBrowser.storage.local, fakeBrowser.storage.session]) {
        const set = area.set.bind(area);
        vi.spyOn(area, 'set').mockImplementation(async (...values: Parameters<typeof set>) => {
          writes += 1;
          if (writes > 1) throw new Error('The background was stopped');
          return set(...values);
        });
      }
      await edit(after).catch(() => {});
      vi.restoreAllMocks();
      expect(writes).toBeGreaterThan(1);
      expect(await keyNow()).toBe(world.keys.synposter);
    },
  );

  it('leaves no copy behind once it is replaced or its connection is removed', async () => {
    const next = 'sk_live_n3x7n3x7n3x7n3x7';
    world.synposter.state.keys.add(next);
    await edit('removed');
    const change = { connectionId, label: 'Agency', profileIds: [], apiKey: next };
    expect(await editConnection(world.http, change)).toMatchObject({ kind: 'saved' });
    expect(await stored()).not.toContain(world.keys.synposter);
    expect(await stored()).toContain(next);
    await removeConnection(world.now(), { connectionId });
    expect(await stored()).not.toContain(next);
  });
});
