import { afterEach, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { openLiveStorage } from '@/utils/storage/live-values';

/** As browsers report it: a deletion has no new value, where the fake browser has `null`. */
const tell = (newValue?: string) =>
  fakeBrowser.storage.onChanged.trigger({ one: { oldValue: 'old', newValue } }, 'local');

afterEach(() => {
  vi.restoreAllMocks();
});

it.each([
  ['a change', 'new'],
  ['a deletion', undefined],
])('includes %s that arrives during the read', async (_what, after) => {
  await fakeBrowser.storage.local.set({ one: 'old' });
  const { get } = fakeBrowser.storage.local;
  vi.spyOn(fakeBrowser.storage.local, 'get').mockImplementation(async (...keys: unknown[]) => {
    const found: unknown = await Reflect.apply(get, fakeBrowser.storage.local, keys);
    await tell(after);
    return found;
  });
  const live = openLiveStorage(() => {});
  expect(await live.source(['local:one'])).toEqual([after]);
  live.close();
});
