import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { settingsItem } from '@/utils/state/items';
import { readState } from '@/utils/state/read-state';
import { defaultSettings } from '@/utils/state/settings';
import { transaction } from '@/utils/storage/transaction';
import { recordShown, startCheckedWorld, startWorker, type World } from '../monitor/world';

const { local } = fakeBrowser.storage;

/** From now on nothing can be stored, as on a full disk. */
function fillDisk(): { makeRoom: () => void } {
  const set = vi.spyOn(local, 'set').mockRejectedValue(new Error('QUOTA_BYTES quota exceeded'));
  return { makeRoom: () => set.mockRestore() };
}

async function problem() {
  return (await readState(0)).storageProblem;
}

describe('a failed write', () => {
  it('is reported until one succeeds, and keeps what was stored', async () => {
    const save = (loadPictures: boolean) =>
      transaction(1_000, async (tx) => tx.put(settingsItem, { ...defaultSettings, loadPictures }));
    await save(true);
    const before = await local.get(null);
    const { makeRoom } = fillDisk();
    await expect(save(false)).rejects.toThrow('quota');
    expect(await problem()).toBe('cannot-save');
    expect(await local.get(null)).toEqual(before);
    makeRoom();
    await save(false);
    expect(await problem()).toBeUndefined();
  });

  it('is not reported for work that fails before it writes', async () => {
    await transaction(1_000, () => Promise.reject(new Error('Changed its mind'))).catch(() => {});
    expect(await problem()).toBeUndefined();
  });
});

describe('a monitor that cannot save', () => {
  let world: World;
  let disk: { makeRoom: () => void };
  const run = () =>
    startWorker(world.http)
      .run()
      .catch(() => {});
  beforeEach(async () => {
    world = await startCheckedWorld();
    world.synposter.change('alice', { status: 'expired' });
    world.pass(31);
  });
  afterEach(() => disk.makeRoom());

  it('reports it once: on the badge, in its title and by a notification', async () => {
    world.synposter.reconnect('northwind');
    world.synposter.change('alice', { status: 'active' });
    world.synposter.change('alice_reads', { scopes: ['tweet.write', 'offline.access'] });
    await run();
    const shown = recordShown();
    world.pass(31);
    disk = fillDisk();
    await run();
    await run();
    expect(await fakeBrowser.action.getBadgeText({})).toBe('!');
    expect(await fakeBrowser.action.getTitle({})).toBe('Still Connected can’t save');
    expect(shown()).toEqual(['cannot-save']);
  });

  it('sends a few requests at most before it waits ten minutes', async () => {
    disk = fillDisk();
    const before = world.asked.length;
    await run();
    expect(world.asked.length - before).toBeLessThanOrEqual(4);
    const alarm = await fakeBrowser.alarms.get('check');
    expect(alarm?.scheduledTime).toBeGreaterThanOrEqual(world.now() + 10 * 60_000);
  });

  it('finds and notifies the change once there is room', async () => {
    disk = fillDisk();
    await run();
    disk.makeRoom();
    const shown = recordShown();
    world.pass(10);
    await run();
    expect(shown()).toEqual([expect.stringMatching(/>expired$/)]);
    expect(await problem()).toBeUndefined();
  });
});
