import { afterEach, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { deleteEverything } from '@/utils/commands/delete-everything';
import { historyItem, settingsItem } from '@/utils/state/items';
import { defaultSettings } from '@/utils/state/settings';
import { readItems } from '@/utils/storage/read-items';
import { readOnce } from '@/utils/storage/read-once';
import { transaction } from '@/utils/storage/transaction';
import { now } from '../builders';

const setInterval = (checkEveryMinutes: 15 | 30) =>
  transaction(now, async (tx) => tx.put(settingsItem, { ...defaultSettings, checkEveryMinutes }));
const get = vi.spyOn(fakeBrowser.storage.local, 'get');

afterEach(() => void get.mockReset());

it('reads each value from the browser once, however many need it at the same time', async () => {
  await setInterval(30);
  const source = readOnce();
  get.mockClear();
  await Promise.all([readItems([settingsItem], source), readItems([settingsItem], source)]);
  const [settings, history] = await readItems([settingsItem, historyItem], source);
  expect([settings.checkEveryMinutes, history]).toEqual([30, []]);
  expect(get.mock.calls).toEqual([[['settings']], [['history']]]);
});

it('rereads a value that was written since', async () => {
  await setInterval(30);
  const source = readOnce();
  await readItems([settingsItem], source);
  await setInterval(15);
  expect((await readItems([settingsItem], source))[0].checkEveryMinutes).toBe(15);
  await deleteEverything();
  expect((await readItems([settingsItem], source))[0]).toEqual(defaultSettings);
});

it('does not keep a value that was read during a write', async () => {
  await setInterval(30);
  const source = readOnce();
  const set = fakeBrowser.storage.local.set.bind(fakeBrowser.storage.local);
  vi.spyOn(fakeBrowser.storage.local, 'set').mockImplementationOnce(async (...values) => {
    await readItems([settingsItem], source);
    await set(...values);
  });
  await setInterval(15);
  expect((await readItems([settingsItem], source))[0].checkEveryMinutes).toBe(15);
});

it('rereads a value that the browser failed to read', async () => {
  await setInterval(30);
  const source = readOnce();
  get.mockRejectedValueOnce(new Error('Disk'));
  await expect(readItems([settingsItem], source)).rejects.toThrow('Disk');
  expect((await readItems([settingsItem], source))[0].checkEveryMinutes).toBe(30);
});
