import { screen, within } from '@testing-library/preact';
import { describe, expect, it } from 'vitest';
import { openOptions } from '../../pages';
import { shownLabels, table, threeAccounts } from './table';

describe('the table’s view', () => {
  it('is kept in the URL', async () => {
    const { user } = await openOptions('#accounts', threeAccounts);
    await user.type(screen.getByRole('searchbox'), 'a');
    await user.selectOptions(screen.getByRole('combobox', { name: 'Show' }), 'Café Aroma');
    await user.click(screen.getByRole('button', { name: 'Since' }));
    await user.click(screen.getByRole('button', { name: 'Group' }));
    const kept = new URLSearchParams(location.hash.split('?')[1]);
    expect(Object.fromEntries(kept)).toEqual({
      search: 'a',
      show: 'client Café Aroma',
      sort: '-since',
      group: 'client',
    });
  });

  it('is read from the URL', async () => {
    await openOptions('#accounts?state=attention&hide=past+uptime', threeAccounts);
    expect(shownLabels()).toEqual(['@alice', '@gone']);
    const headings = within(table()).getAllByRole('columnheader');
    expect(headings.map(({ textContent }) => textContent?.trim())).toEqual([
      '',
      'Account',
      'Status',
      'Client',
      'Since',
      'Next step',
    ]);
  });

  it('hides and shows columns', async () => {
    const { user } = await openOptions('#accounts', threeAccounts);
    await user.click(screen.getByRole('button', { name: 'Columns' }));
    const entry = await screen.findByRole('menuitemcheckbox', { name: 'Since' });
    expect(entry.getAttribute('aria-checked')).toBe('true');
    await user.click(entry);
    expect(within(table()).queryByRole('columnheader', { name: 'Since' })).toBeNull();
    expect(location.hash).toBe('#accounts?hide=since');
  });
});

describe('grouped by client', () => {
  it('has a heading for each client, with its state and uptime', async () => {
    const { user } = await openOptions('#accounts', threeAccounts);
    await screen.findAllByRole('img', { name: /[Ii]ssue/ });
    await user.click(screen.getByRole('button', { name: 'Group' }));
    expect(shownLabels()).toEqual(['Café Aroma', '@alice', '@fine', 'Studio North', '@gone']);
    const heading = screen.getByRole('button', { name: 'Café Aroma' }).closest('tr');
    expect(heading?.textContent).toContain('1 of 2 needs attention');
    expect(heading?.textContent).toMatch(/[\d.]+%/);
    expect(within(table()).queryByRole('columnheader', { name: 'Client' })).toBeNull();
  });

  it('closes and opens a client’s accounts', async () => {
    const { user } = await openOptions('#accounts?group=client', threeAccounts);
    const client = screen.getByRole('button', { name: 'Café Aroma' });
    expect(client.getAttribute('aria-expanded')).toBe('true');
    await user.click(client);
    expect(shownLabels()).toEqual(['Café Aroma', 'Studio North', '@gone']);
    await user.click(screen.getByRole('button', { name: 'Café Aroma' }));
    expect(shownLabels()).toHaveLength(5);
  });
});
