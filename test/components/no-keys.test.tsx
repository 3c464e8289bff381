import { describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { keptKeysItem } from '@/utils/state/api-keys';
import { toStored } from '@/utils/storage/item';
import { openOptions, openPopup } from './pages';
import { schedPilot } from './stored';

const key = ['smm', 'abcdefgh1234567h8'].join('_');
const state = { connections: [schedPilot([{ handle: 'alice' }])] };

async function storeKey() {
  await fakeBrowser.storage.local.set({ keys: toStored(keptKeysItem, { sp: key }) });
}

describe.each([
  ['the popup', () => openPopup(state)],
  ['the view of connections', () => openOptions('#connections', state)],
  ['the form of a connection', () => openOptions('#connections?edit=sp', state)],
  ['the view of accounts', () => openOptions('#accounts', state)],
  ['the view of alerts', () => openOptions('#alerts', state)],
])('%s', (_, open) => {
  it('reads storage by name, and never the keys', async () => {
    await storeKey();
    const get = vi.spyOn(fakeBrowser.storage.local, 'get');
    const getManaged = vi.spyOn(fakeBrowser.storage.managed, 'get');
    await open();
    const asked = get.mock.calls.flatMap(([keys]) => keys ?? 'everything');
    expect(asked).toContain('connections');
    expect(asked.every((name) => typeof name === 'string')).toBe(true);
    expect(asked).not.toContain('everything');
    expect(asked).not.toContain('keys');
    expect(asked).not.toContain('chat-addresses');
    expect(asked).not.toContain('policy-ledger');
    expect(getManaged).not.toHaveBeenCalled();
    expect(document.documentElement.outerHTML).not.toContain(key);
  });
});
