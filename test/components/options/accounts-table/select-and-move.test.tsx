import { screen, waitFor, within } from '@testing-library/preact';
import { describe, expect, it } from 'vitest';
import { openOptions } from '../../pages';
import { checkboxOf, rowOf, shownLabels, threeAccounts } from './table';

describe('selected accounts', () => {
  it('are muted together', async () => {
    const { user, sent } = await openOptions('#accounts', threeAccounts);
    await user.click(checkboxOf('@alice'));
    await user.click(checkboxOf('@gone'));
    expect(screen.getByText('2 selected')).toBeTruthy();
    await user.click(screen.getByRole('button', { name: 'Mute' }));
    await user.click(await screen.findByRole('menuitem', { name: 'Mute until reconnected' }));
    const accounts = ['sy/p1/instagram#alice', 'sp/instagram#gone'];
    const command = { accounts, mute: { until: 'works' } };
    await waitFor(() => expect(sent).toEqual([{ name: 'muteAccounts', command }]));
    expect(screen.queryByText('2 selected')).toBeNull();
  });

  it('are forgotten together, but only if all are unlisted', async () => {
    const { user, sent } = await openOptions('#accounts', threeAccounts);
    await user.click(screen.getByRole('checkbox', { name: 'Select all accounts' }));
    expect(screen.getByText('3 selected')).toBeTruthy();
    expect(screen.queryByRole('button', { name: 'I removed them' })).toBeNull();
    await user.click(screen.getByRole('button', { name: 'Clear selection' }));
    await user.click(checkboxOf('@gone'));
    await user.click(screen.getByRole('button', { name: 'I removed them' }));
    const command = { accounts: ['sp/instagram#gone'] };
    await waitFor(() => expect(sent).toEqual([{ name: 'forgetAccounts', command }]));
  });

  it('are only those shown', async () => {
    const { user } = await openOptions('#accounts', threeAccounts);
    await user.click(screen.getByRole('checkbox', { name: 'Select all accounts' }));
    await user.type(screen.getByRole('searchbox'), 'alice');
    expect(await screen.findByText('1 selected')).toBeTruthy();
  });
});

describe('a client by hand', () => {
  it('is given to one account by its menu', async () => {
    const { user, sent } = await openOptions('#accounts', threeAccounts);
    await user.click(rowOf('@fine').getByRole('button', { name: 'More for @fine' }));
    await user.click(await screen.findByRole('menuitem', { name: 'Move to client…' }));
    const dialog = within(await screen.findByRole('dialog', { name: 'Move @fine to a client' }));
    const field = dialog.getByRole('combobox', { name: 'Client' });
    expect(field).toHaveProperty('value', 'Café Aroma');
    await user.clear(field);
    await user.type(field, ' Bakery ');
    await user.click(dialog.getByRole('button', { name: 'Move' }));
    const command = { accounts: ['sy/p1/instagram#fine'], client: 'Bakery' };
    await waitFor(() => expect(sent).toEqual([{ name: 'moveToClient', command }]));
    expect(screen.queryByRole('dialog')).toBeNull();
  });

  it('is taken from several accounts at once', async () => {
    const { user, sent } = await openOptions('#accounts', threeAccounts);
    await user.click(checkboxOf('@alice'));
    await user.click(checkboxOf('@fine'));
    await user.click(screen.getByRole('button', { name: 'Move to client…' }));
    await screen.findByRole('dialog', { name: 'Move 2 accounts to a client' });
    await user.click(screen.getByRole('button', { name: 'Use default' }));
    const accounts = ['sy/p1/instagram#alice', 'sy/p1/instagram#fine'];
    await waitFor(() =>
      expect(sent).toEqual([{ name: 'moveToClient', command: { accounts, client: null } }]),
    );
  });

  it('names the account’s group', async () => {
    await openOptions('#accounts?group=client', {
      ...threeAccounts,
      clients: { 'sy/p1/instagram#fine': 'Bakery' },
    });
    expect(shownLabels()).toEqual([
      'Café Aroma',
      '@alice',
      'Studio North',
      '@gone',
      'Bakery',
      '@fine',
    ]);
  });
});
