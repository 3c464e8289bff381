import { screen, within } from '@testing-library/preact';
import { describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { unparsedAnswerItem } from '@/utils/state/session-items';
import { quarantineItem, writeFailureItem } from '@/utils/storage/health';
import { toStored } from '@/utils/storage/item';
import { openedTabs, openOptions, openPopup } from '../pages';
import { recordSaved } from '../saved';
import { now, schedPilot } from '../stored';

const key = ['smm', 'abcdefgh1234567h8'].join('_');
const address = 'https://hooks.slack.com/services/T1/B1/secretOfSlack';
const state = { connections: [schedPilot([{ handle: 'alice', status: 'expired' }])] };

async function putSetAside() {
  await fakeBrowser.storage.local.set({
    'set-aside': toStored(quarantineItem, [
      { key: 'local:settings', at: now - 60_000, movedTo: 'local:set-aside/1/settings' },
      { key: 'local:keys', at: now - 60_000, movedTo: 'local:set-aside/1/keys' },
      {
        key: 'local:chat-addresses',
        at: now - 60_000,
        movedTo: 'local:set-aside/1/chat-addresses',
      },
    ]),
    'set-aside/1/settings': { version: 9, value: 'of a newer version' },
    'set-aside/1/keys': { version: 9, value: { sp: key } },
    'set-aside/1/chat-addresses': { version: 9, value: { chat: address } },
  });
}

describe('an unreadable stored value', () => {
  it('is reported in the options, with the way to see it', async () => {
    await putSetAside();
    const { user } = await openOptions('#connections', state);
    const alert = screen.getByRole('alert');
    expect(alert.textContent).toContain('Some saved data couldn’t be read');
    await user.click(within(alert).getByRole('button', { name: 'Show details' }));
    expect(location.hash).toBe('#about');
  });

  it('is reported in the popup, with the way to see it', async () => {
    await putSetAside();
    const { user } = await openPopup(state);
    const alert = screen.getByRole('alert');
    expect(alert).toHaveProperty(
      'textContent',
      expect.stringContaining('Some saved data couldn’t be read'),
    );
    await user.click(within(alert).getByRole('button', { name: 'Show details' }));
    expect((await openedTabs()).join()).toContain('/options.html#about');
  });

  it('is listed, and saved as a file without API keys', async () => {
    await putSetAside();
    const saved = recordSaved();
    const { user } = await openOptions('#about', state);
    const list = await screen.findByRole('list', { name: 'Unreadable data' });
    const items = within(list).getAllByRole('listitem');
    expect(items.map(({ textContent }) => textContent)).toEqual([
      expect.stringMatching(/^Settings/),
      expect.stringMatching(/^API keys/),
      expect.stringMatching(/^Chat addresses/),
    ]);
    await user.click(screen.getByRole('button', { name: 'Save a copy' }));
    await screen.findByText(/Copy saved, without API keys/);
    expect(saved.map(({ name }) => name)).toEqual(['still-connected-set-aside.json']);
    const text = await saved[0]?.text;
    expect(text).toContain('of a newer version');
    expect(text).not.toContain(key);
    expect(text).not.toContain('secretOfSlack');
  });

  it('is deleted by the background', async () => {
    await putSetAside();
    const { user, sent } = await openOptions('#about', state);
    await user.click(await screen.findByRole('button', { name: 'Delete' }));
    expect(sent).toEqual([{ name: 'deleteQuarantined', command: {} }]);
  });
});

describe('a full storage', () => {
  it.each([
    ['in the popup', openPopup],
    ['in the options', openOptions.bind(null, '#connections')],
  ])('is reported %s, and retried', async (_, open) => {
    await fakeBrowser.storage.session.set({
      'cannot-save': toStored(writeFailureItem, { since: now }),
    });
    const { user, sent } = await open(state, { checkNow: { kind: 'started' } });
    const alert = screen.getByRole('alert');
    expect(alert.textContent).toContain('Still Connected can’t save');
    await user.click(within(alert).getByRole('button', { name: 'Try again' }));
    expect(sent).toEqual([{ name: 'checkNow', command: {} }]);
  });

  it('is gone from the page as soon as it is over', async () => {
    await fakeBrowser.storage.session.set({
      'cannot-save': toStored(writeFailureItem, { since: now }),
    });
    await openOptions('#connections', state);
    expect(screen.getByRole('alert').textContent).toContain('can’t save');
    await fakeBrowser.storage.session.remove('cannot-save');
    await vi.waitFor(() => expect(screen.queryByRole('alert')).toBeNull());
  });
});

describe('diagnostics', () => {
  async function copied(tick: boolean): Promise<string> {
    const { user } = await openOptions('#about', state);
    if (tick) await user.click(screen.getByRole('checkbox'));
    await user.click(screen.getByRole('button', { name: 'Copy diagnostics' }));
    await screen.findByText('Copied');
    return navigator.clipboard.readText();
  }

  it('are copied without names', async () => {
    const text = await copied(false);
    expect(text).toContain('accounts: {"expired":1}');
    expect(text).not.toMatch(/alice|Studio North/);
  });

  it('are copied with names on request', async () => {
    expect(await copied(true)).toMatch(/Studio North[\s\S]*@alice: expired/);
  });

  it('contain the shape of an unreadable answer', async () => {
    const shape = '{accounts: [1 × {id: number}]}';
    const id = state.connections[0]?.connection.id ?? '';
    await fakeBrowser.storage.session.set({
      [`unread-answer/${id}`]: toStored(unparsedAnswerItem(id), shape),
    });
    expect(await copied(false)).toContain(`last answer not read whole: ${shape}`);
  });

  it('never contain a key', async () => {
    await fakeBrowser.storage.local.set({ keys: { version: 1, value: { sp: key } } });
    expect(await copied(true)).not.toContain(key);
  });
});

it('shows the browser’s shortcut that opens the popup', async () => {
  await openOptions('#about', state);
  await screen.findByText('Alt+Shift+S');
});
