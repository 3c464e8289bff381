import { screen, within } from '@testing-library/preact';
import { describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { settingsFileText } from '@/utils/commands/settings/settings-file';
import { datedFile } from '@/utils/export/save-file';
import { defaultSettings } from '@/utils/state/settings';
import { connection } from '../../builders';
import { openOptions } from '../pages';
import { recordSaved } from '../saved';
import { now, schedPilot } from '../stored';

const state = { connections: [schedPilot([{ handle: 'alice' }])] };
const anHourAgo = now - 3_600_000;
const file = settingsFileText(
  { ...defaultSettings, checkEveryMinutes: 60 },
  [connection({ id: 'another', label: 'From elsewhere' })],
  {},
  anHourAgo,
);

const press = (name: string) => screen.getByRole('button', { name });

/** Has the page import a file of this text. A browser's own dialog cannot be driven here. */
async function importing(text: string) {
  const { user, sent } = await openOptions('#about', state, { importSettings: { added: 1 } });
  const asked = vi.spyOn(HTMLInputElement.prototype, 'click').mockImplementation(function (
    this: HTMLInputElement,
  ) {
    void user.upload(this, new File([text], 'settings.json', { type: 'application/json' }));
  });
  await user.click(press('Import settings'));
  asked.mockRestore();
  return { user, sent };
}

describe('settings as a file', () => {
  it('are saved with the connections, without a key', async () => {
    const saved = recordSaved();
    const { user } = await openOptions('#about', state);
    await user.click(press('Export settings'));
    await screen.findByText('Settings exported, without API keys.');
    expect(saved.map(({ name }) => name)).toEqual([datedFile('settings', 'json', '', now).name]);
    const text = await saved[0]?.text;
    expect(text).toContain('Studio North');
    expect(text).not.toContain('7h8');
  });

  it('are imported once the user confirmed them', async () => {
    const { user, sent } = await importing(file);
    const dialog = await screen.findByRole('dialog', {
      name: 'Import these settings?',
    });
    expect(dialog.textContent).toContain('Saved 1 hour ago, with 1 connection.');
    expect(sent).toEqual([]);
    await user.click(within(dialog).getByRole('button', { name: 'Import' }));
    await screen.findByText(/Enter the key for 1 new connection/);
    expect(sent).toMatchObject([
      {
        name: 'importSettings',
        command: {
          settings: { checkEveryMinutes: 60 },
          connections: [{ id: 'another', label: 'From elsewhere' }],
        },
      },
    ]);
  });

  it('stay as they are if the user cancels', async () => {
    const { user, sent } = await importing(file);
    await user.click(await screen.findByRole('button', { name: 'Cancel' }));
    expect(sent).toEqual([]);
  });

  it.each([
    ['another file', 'a,b,c', /isn’t a valid Still Connected settings file/],
    ['a file far too large', ' '.repeat(4_000_001), /isn’t a valid Still Connected settings file/],
    ['a newer file', '{"stillConnected": "settings", "version": 2}', /a newer version/],
  ])('are not imported from %s, and the page says why', async (_, text, why) => {
    const { sent } = await importing(text);
    await screen.findByText(why);
    expect(sent).toEqual([]);
  });
});

describe('“Delete everything”', () => {
  it('deletes everything once the user confirmed', async () => {
    const { user, sent } = await openOptions('#about', state);
    await user.click(press('Delete everything'));
    const dialog = await screen.findByRole('dialog', { name: 'Delete everything?' });
    expect(sent).toEqual([]);
    await user.click(within(dialog).getByRole('button', { name: 'Delete everything' }));
    await screen.findByText('Everything was deleted.');
    expect(sent).toEqual([{ name: 'deleteEverything', command: {} }]);
  });

  it('counts nothing afterwards', async () => {
    await openOptions('#about', state);
    await screen.findByText(/5 kB/);
    Object.assign(fakeBrowser.storage.local, { getBytesInUse: async () => 0 });
    await fakeBrowser.storage.local.clear();
    await screen.findByText(/0 kB/);
  });

  it('deletes nothing if the user cancels', async () => {
    const { user, sent } = await openOptions('#about', state);
    await user.click(press('Delete everything'));
    await user.click(await screen.findByRole('button', { name: 'Cancel' }));
    expect(sent).toEqual([]);
  });
});
