import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { deleteEverything } from '@/utils/commands/delete-everything';
import { keepSnapshot } from '@/utils/popup/keep-snapshot';
import { historyItem, settingsItem } from '@/utils/state/items';
import { readSnapshot, snapshotName } from '@/utils/state/popup-snapshot';
import { defaultSettings } from '@/utils/state/settings';
import { transaction } from '@/utils/storage/transaction';
import { writeCount } from '@/utils/storage/write-count';
import { minute, now } from '../builders';

const holdsUntil = now + minute;
const snapshotOf = (view: string) => () => ({ view, madeAt: now, holdsUntil });
const keep = (at: number, make: () => ReturnType<ReturnType<typeof snapshotOf>>) =>
  keepSnapshot(at, writeCount(), make);
const change = () => transaction(now, async (tx) => tx.put(settingsItem, defaultSettings));

beforeEach(async () => {
  // This background has now written something after whatever another test left.
  await change();
});

afterEach(() => vi.restoreAllMocks());

it('a snapshot is kept for the next popup', async () => {
  await keep(now, snapshotOf('5 accounts'));
  expect(await readSnapshot(now)).toBe('5 accounts');
});

it.each([
  ['something is written', change],
  ['something is removed', () => transaction(now, async (tx) => tx.remove(historyItem))],
  ['everything is deleted', deleteEverything],
])('a snapshot is deleted before %s', async (_, write) => {
  await keep(now, snapshotOf('5 accounts'));
  const seen: unknown[] = [];
  for (const act of ['set', 'remove', 'clear'] as const) {
    const original = fakeBrowser.storage.local[act].bind(fakeBrowser.storage.local);
    vi.spyOn(fakeBrowser.storage.local, act).mockImplementation(async (...args: unknown[]) => {
      seen.push(await readSnapshot(now));
      await Reflect.apply(original, undefined, args);
    });
  }
  await write();
  expect(seen).toEqual([undefined]);
});

it('a snapshot is deleted even if the browser rejects the write', async () => {
  await keep(now, snapshotOf('5 accounts'));
  vi.spyOn(fakeBrowser.storage.local, 'set').mockRejectedValueOnce(new Error('Full'));
  await expect(change()).rejects.toThrow();
  expect(await readSnapshot(now)).toBeUndefined();
});

it('a snapshot is not kept if something was written while it was made', async () => {
  const writes = writeCount();
  await change();
  await keepSnapshot(now, writes, snapshotOf('5 accounts'));
  expect(await readSnapshot(now)).toBeUndefined();
});

it('a snapshot stays while it holds and nothing is written', async () => {
  await keep(now, snapshotOf('5 accounts'));
  const again = vi.fn(snapshotOf('6 accounts'));
  await keep(holdsUntil - 1, again);
  expect(again).not.toHaveBeenCalled();
  await keep(holdsUntil, again);
  expect(await readSnapshot(now)).toBe('6 accounts');
});

it.each([
  ['no longer holds', holdsUntil],
  ['is from the future, because the clock was set back', now - 1],
])('a snapshot is not shown if it %s', async (_, at) => {
  await keep(now, snapshotOf('5 accounts'));
  expect(await readSnapshot(at)).toBeUndefined();
});

it('the snapshot of a stopped background is deleted by the first write of the next one', async () => {
  await keep(now, snapshotOf('5 accounts'));
  vi.resetModules();
  await import('@/utils/popup/keep-snapshot');
  const next = await import('@/utils/storage/transaction');
  await next.transaction(now, async (tx) => tx.put(settingsItem, defaultSettings));
  expect(await readSnapshot(now)).toBeUndefined();
});

it('a snapshot is taken from the request made before the page loaded', async () => {
  const asked = { [snapshotName]: { view: '7 accounts', madeAt: now, holdsUntil } };
  vi.stubGlobal('requestedSnapshot', Promise.resolve(asked));
  expect(await readSnapshot(now)).toBe('7 accounts');
  vi.unstubAllGlobals();
});
