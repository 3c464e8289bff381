import { describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { connectionsItem, settingsItem } from '@/utils/state/items';
import { defaultSettings } from '@/utils/state/settings';
import { quarantineItem } from '@/utils/storage/health';
import { readItems } from '@/utils/storage/read-items';
import { transaction } from '@/utils/storage/transaction';

const now = 1_000;
const local = fakeBrowser.storage.local;

describe('a transaction', () => {
  it('writes everything it puts with one call', async () => {
    const set = vi.spyOn(local, 'set').mockClear();
    await transaction(now, async (tx) => {
      tx.put(connectionsItem, []);
      tx.put(settingsItem, defaultSettings);
    });
    expect(set).toHaveBeenCalledTimes(1);
    expect(await readItems([settingsItem])).toEqual([defaultSettings]);
  });

  it('writes nothing when it fails', async () => {
    await transaction(now, async (tx) => {
      tx.put(settingsItem, { ...defaultSettings, loadPictures: false });
      throw new Error('Changed its mind');
    }).catch(() => {});
    expect(await local.get(null)).toEqual({});
  });

  it('sees what the previous one wrote, however soon it follows', async () => {
    const add = () =>
      transaction(now, async (tx) => {
        const [list] = await tx.get([quarantineItem]);
        tx.put(quarantineItem, [...list, { key: 'x', at: now, movedTo: 'local:y' }]);
      });
    await Promise.all(Array.from({ length: 20 }, add));
    const [list] = await readItems([quarantineItem]);
    expect(list).toHaveLength(20);
  });

  it('quarantines what it cannot read, and continues with the initial value', async () => {
    const broken = { version: 1, value: { checkEveryMinutes: 'often' } };
    await local.set({ settings: broken });
    const [settings] = await transaction(now, (tx) => tx.get([settingsItem]));
    expect(settings).toEqual(defaultSettings);
    const stored = await local.get(null);
    expect(stored.settings).toBeUndefined();
    expect(stored['set-aside/1000/settings']).toEqual(broken);
    expect(await readItems([quarantineItem])).toEqual([
      [{ key: 'local:settings', at: now, movedTo: 'local:set-aside/1000/settings' }],
    ]);
  });

  it('quarantines what a newer version wrote', async () => {
    const newer = { version: 99, value: defaultSettings };
    await local.set({ settings: newer });
    await transaction(now, (tx) => tx.get([settingsItem]));
    expect((await local.get(null))['set-aside/1000/settings']).toEqual(newer);
  });
});

describe('reading for a page', () => {
  it('leaves unreadable values where they are', async () => {
    await local.set({ settings: 'nonsense' });
    expect(await readItems([settingsItem])).toEqual([defaultSettings]);
    expect(await local.get(null)).toEqual({ settings: 'nonsense' });
  });
});
