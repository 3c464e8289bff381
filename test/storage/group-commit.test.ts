import { afterEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { connectionStateItem, settingsItem } from '@/utils/state/items';
import { readStorageProblem } from '@/utils/state/read-state';
import { defaultSettings } from '@/utils/state/settings';
import { groupCommit } from '@/utils/storage/group-commit';
import { quarantineItem } from '@/utils/storage/health';
import { readItems } from '@/utils/storage/read-items';

const now = 1_000;
const { local } = fakeBrowser.storage;
const state = connectionStateItem('c1');

/** Counts one more read of a connection. */
const count = (item: typeof state) =>
  groupCommit(now, [item], async (tx) => {
    const [{ reads }] = await tx.get([item]);
    const used = (reads?.used ?? 0) + 1;
    tx.put(item, { reads: { hour: 1, used } });
    return used;
  });
const countOne = () => count(state);
const countOther = () => count(connectionStateItem('c2'));

const failingOne = () =>
  groupCommit(now, [settingsItem], async (tx) => {
    tx.put(settingsItem, { ...defaultSettings, loadPictures: false });
    throw new Error('Changed its mind');
  });

/** Starts them all while another transaction holds the lock. */
async function together(...all: (() => Promise<number>)[]) {
  return Promise.allSettled(
    await navigator.locks.request('write', () => all.map((begin) => begin())),
  );
}

afterEach(() => vi.restoreAllMocks());

describe('transactions that wait for the lock together', () => {
  it('share one read and one write', async () => {
    const get = vi.spyOn(local, 'get').mockClear();
    const set = vi.spyOn(local, 'set').mockClear();
    await together(countOne, countOther, countOne);
    expect([get.mock.calls.length, set.mock.calls.length]).toEqual([1, 1]);
  });

  it('see what the earlier ones wrote', async () => {
    const results = await together(...Array.from({ length: 20 }, () => countOne));
    const expected = Array.from({ length: 20 }, (_, i) => ({ status: 'fulfilled', value: i + 1 }));
    expect(results).toEqual(expected);
    expect(await readItems([state])).toEqual([{ reads: { hour: 1, used: 20 } }]);
  });

  it('finish once the write does', async () => {
    let isWritten = false;
    const set = local.set.bind(local);
    vi.spyOn(local, 'set').mockImplementation(async (items) => {
      await set(items);
      isWritten = true;
    });
    const seen: boolean[] = [];
    const countAndLook = () => countOne().finally(() => seen.push(isWritten));
    await together(countAndLook, countAndLook);
    expect(seen).toEqual([true, true]);
  });

  it('store nothing of a failed one, and everything of the others', async () => {
    const [first, failed, last] = await together(countOne, failingOne, countOne);
    expect(first).toEqual({ status: 'fulfilled', value: 1 });
    expect(failed).toMatchObject({ reason: { message: 'Changed its mind' } });
    expect(last).toEqual({ status: 'fulfilled', value: 2 });
    expect(Object.keys(await local.get(null))).toEqual(['connection-state/c1']);
  });

  it('fail together if the browser rejects the write, but later ones do not', async () => {
    vi.spyOn(local, 'set').mockRejectedValueOnce(new Error('QUOTA_BYTES quota exceeded'));
    const outcomes = await together(countOne, countOne);
    expect(outcomes.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
    expect(await local.get(null)).toEqual({});
    expect(await readStorageProblem()).toBe('cannot-save');
    expect(await countOne()).toBe(1);
    expect(await readStorageProblem()).toBeUndefined();
  });

  it('quarantine an unreadable value once', async () => {
    await local.set({ 'connection-state/c1': 'damaged' });
    const look = () =>
      groupCommit(now, [state], async (tx) => (await tx.get([state]))[0].reads?.used ?? 0);
    await together(look, look, countOne);
    expect((await readItems([quarantineItem]))[0]).toHaveLength(1);
    expect(await readItems([state])).toEqual([{ reads: { hour: 1, used: 1 } }]);
  });
});
