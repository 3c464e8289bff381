import { screen, waitFor, within } from '@testing-library/preact';
import { describe, expect, it } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { openOptions } from '../pages';
import { schedPilot } from '../stored';

const oneConnection = { connections: [schedPilot([])] };

describe('“Add connection”', () => {
  it('opens the form in a dialog, and Cancel closes it', async () => {
    const { user, sent } = await openOptions('#connections', oneConnection);
    expect(screen.queryByRole('form')).toBeNull();
    await user.click(screen.getByRole('button', { name: 'Add connection' }));
    const dialog = within(await screen.findByRole('dialog', { name: 'Add a connection' }));
    expect(dialog.getByRole('form', { name: 'Add a connection' })).toBeTruthy();
    await user.click(dialog.getByRole('button', { name: 'Cancel' }));
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    expect(sent).toEqual([]);
  });

  it('closes the dialog once the connection is saved, and says so on the page', async () => {
    const saved = { kind: 'saved', connectionId: 'new' } as const;
    const { user } = await openOptions('#connections', oneConnection, { addConnection: saved });
    await user.click(screen.getByRole('button', { name: 'Add connection' }));
    await user.type(screen.getByLabelText('API key'), ['smm', 'abcdefgh1234567'].join('_'));
    await user.click(screen.getByRole('button', { name: 'Test and save' }));
    await screen.findByText('Connected. Finding accounts…');
    expect(screen.queryByRole('dialog')).toBeNull();
  });

  it('is not needed before the first connection: the form is the page', async () => {
    await openOptions('#connections');
    expect(screen.getByRole('form', { name: 'Add a connection' })).toBeTruthy();
    expect(screen.queryByRole('button', { name: 'Add connection' })).toBeNull();
    expect(screen.queryByRole('button', { name: 'Cancel' })).toBeNull();
  });
});

describe('a hidden toolbar icon', () => {
  const pin = /^Pin Still Connected/;
  const isOnToolbar = (yes: boolean) =>
    Object.assign(fakeBrowser.action, { getUserSettings: async () => ({ isOnToolbar: yes }) });

  it('has a hint to pin it, until it is pinned', async () => {
    isOnToolbar(false);
    await openOptions('#connections', oneConnection);
    await screen.findByText(pin);
    isOnToolbar(true);
    window.dispatchEvent(new Event('focus'));
    await waitFor(() => expect(screen.queryByText(pin)).toBeNull());
  });

  it('has no hint before the first connection, which comes first', async () => {
    isOnToolbar(false);
    await openOptions('#connections');
    await screen.findByRole('form', { name: 'Add a connection' });
    expect(screen.queryByText(pin)).toBeNull();
  });
});
