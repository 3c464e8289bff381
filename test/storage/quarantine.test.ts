import { describe, expect, it } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { deleteQuarantined } from '@/utils/commands/delete-quarantined';
import { settingsItem } from '@/utils/state/items';
import { readState } from '@/utils/state/read-state';
import { defaultSettings } from '@/utils/state/settings';
import { quarantineItem } from '@/utils/storage/health';
import { toStored } from '@/utils/storage/item';
import { readItems } from '@/utils/storage/read-items';
import { recordShown, startCheckedWorld, startWorker } from '../monitor/world';

const { local } = fakeBrowser.storage;

async function setAsideNames(): Promise<string[]> {
  const [entries] = await readItems([quarantineItem]);
  return entries.map(({ key }) => key.replace(/\/.*/, '')).toSorted();
}

describe('a damaged stored value', () => {
  it.each([
    'connections',
    'settings',
    'accounts',
    'target-state',
    'connection-state',
    'keys',
    'history',
    'outbox',
  ])('is quarantined whole and reported: %s', async (name) => {
    const world = await startCheckedWorld();
    const shown = recordShown();
    const stored = Object.keys(await local.get(null));
    const key = stored.find((other) => other.startsWith(name)) ?? name;
    const damaged = { version: 1, value: 'damaged' };
    await local.set({ [key]: damaged });
    world.pass(31);
    await startWorker(world.http).run();

    expect(await setAsideNames()).toEqual([`local:${name}`]);
    const [entry] = (await readItems([quarantineItem]))[0];
    const movedTo = entry?.movedTo.replace('local:', '') ?? '';
    expect((await local.get(movedTo))[movedTo]).toEqual(damaged);
    expect((await readState(world.now())).storageProblem).toBe('set-aside');
    expect(shown().filter((id) => id === 'set-aside')).toHaveLength(1);
  });

  it('is also quarantined if it is of a newer version', async () => {
    const world = await startCheckedWorld();
    await local.set({ settings: { ...toStored(settingsItem, defaultSettings), version: 99 } });
    await startWorker(world.http).run();
    expect(await setAsideNames()).toEqual(['local:settings']);
  });

  it('is reported on the badge, even if no connection is left', async () => {
    const world = await startCheckedWorld();
    await local.set({ connections: 'damaged' });
    await startWorker(world.http).run();
    expect(await fakeBrowser.action.getBadgeText({})).toBe('!');
    expect(await fakeBrowser.action.getTitle({})).toBe('Some saved data couldn’t be read');
  });

  it('is gone for good when the user deletes it', async () => {
    const world = await startCheckedWorld();
    await local.set({ settings: { version: 99, value: 'from the future' } });
    await startWorker(world.http).run();
    await deleteQuarantined(world.now());
    expect(JSON.stringify(await local.get(null))).not.toContain('from the future');
    expect((await readState(world.now())).storageProblem).toBeUndefined();
  });
});
