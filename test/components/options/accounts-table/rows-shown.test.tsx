import { screen, waitFor, within } from '@testing-library/preact';
import { describe, expect, it, vi } from 'vitest';
import { openOptions } from '../../pages';
import { schedPilot } from '../../stored';
import { fourAccounts, shownLabels, table } from './table';

const heading = (name: string) => within(table()).getByRole('columnheader', { name });
const search = () => screen.getByRole('searchbox', { name: 'Search accounts' });

describe('the order of the table', () => {
  it('is by status at first, with the worst on top', async () => {
    await openOptions('#accounts', fourAccounts);
    expect(shownLabels()).toEqual(['@alice', '@gone', '@quiet', '@fine']);
    expect(heading('Status').getAttribute('aria-sort')).toBe('ascending');
    expect(heading('Account').getAttribute('aria-sort')).toBeNull();
  });

  it.each([
    ['Account', 'ascending', ['@alice', '@fine', '@gone', '@quiet']],
    ['Client', 'ascending', ['@alice', '@quiet', '@fine', '@gone']],
    ['Since', 'descending', ['@quiet', '@gone', '@alice', '@fine']],
    ['Connected', 'ascending', ['@alice', '@gone', '@quiet', '@fine']],
  ])('is changed by pressing %s', async (name, order, labels) => {
    const { user } = await openOptions('#accounts', fourAccounts);
    await screen.findAllByRole('img');
    await user.click(within(heading(name)).getByRole('button', { name }));
    expect(shownLabels()).toEqual(labels);
    expect(heading(name).getAttribute('aria-sort')).toBe(order);
    expect(heading('Status').getAttribute('aria-sort')).toBeNull();
  });

  it('is reversed by pressing again', async () => {
    const { user } = await openOptions('#accounts', fourAccounts);
    await user.click(screen.getByRole('button', { name: 'Account' }));
    await user.click(screen.getByRole('button', { name: 'Account' }));
    expect(shownLabels()).toEqual(['@quiet', '@gone', '@fine', '@alice']);
    expect(heading('Account').getAttribute('aria-sort')).toBe('descending');
  });
});

describe('the accounts shown', () => {
  it('are found by a text', async () => {
    const { user } = await openOptions('#accounts', fourAccounts);
    expect(screen.getByText('4 accounts').getAttribute('role')).toBe('status');
    await user.type(search(), 'café exp');
    await waitFor(() => expect(shownLabels()).toEqual(['@alice']));
    expect(screen.getByText('1 of 4 accounts').getAttribute('role')).toBe('status');
  });

  it('can be narrowed to a service, a platform or a state', async () => {
    const { user } = await openOptions('#accounts', fourAccounts);
    await user.selectOptions(screen.getByRole('combobox', { name: 'Show' }), 'Synposter');
    await waitFor(() => expect(shownLabels()).toEqual(['@alice', '@quiet', '@fine']));
    await user.selectOptions(screen.getByRole('combobox', { name: 'Status' }), 'Muted');
    await waitFor(() => expect(shownLabels()).toEqual(['@quiet']));
    await user.selectOptions(screen.getByRole('combobox', { name: 'Status' }), 'All statuses');
    await user.selectOptions(screen.getByRole('combobox', { name: 'Show' }), 'X');
    await waitFor(() => expect(shownLabels()).toEqual(['@fine']));
  });

  it('can be none, which is said', async () => {
    const { user } = await openOptions('#accounts', fourAccounts);
    await user.type(search(), 'nobody');
    const words = await screen.findByText('No matching accounts');
    expect(words.getAttribute('role')).toBe('status');
    expect(screen.queryByRole('table')).toBeNull();
  });
});

describe('a table of 600 accounts', () => {
  const many = Array.from({ length: 600 }, (_, i) => ({ handle: `a${1_000 + i}` }));

  it('renders only visible rows, and announces its length', async () => {
    vi.spyOn(HTMLElement.prototype, 'clientHeight', 'get').mockReturnValue(540);
    const { user } = await openOptions('#accounts', { connections: [schedPilot(many)] });
    await waitFor(() => expect(shownLabels().length).toBeGreaterThan(8));
    expect(shownLabels().length).toBeLessThan(60);
    expect(table().getAttribute('aria-rowcount')).toBe('601');
    const places = () =>
      within(table())
        .getAllByRole('row')
        .map((row) => row.getAttribute('aria-rowindex'));
    expect(places().slice(0, 3)).toEqual(['1', '2', '3']);
    await user.click(screen.getByRole('button', { name: 'Account' }));
    await user.click(screen.getByRole('button', { name: 'Account' }));
    expect(shownLabels()[0]).toBe('@a1599');
  });
});
