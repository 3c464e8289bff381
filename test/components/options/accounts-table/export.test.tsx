import { screen } from '@testing-library/preact';
import { describe, expect, it } from 'vitest';
import { openOptions } from '../../pages';
import { recordSaved } from '../../saved';
import { fourAccounts } from './table';

describe('an export', () => {
  it('saves the accounts shown, and says the file’s name', async () => {
    const saved = recordSaved();
    const { user } = await openOptions('#accounts', fourAccounts);
    await user.selectOptions(screen.getByRole('combobox', { name: 'Show' }), 'SchedPilot');
    await user.click(screen.getByRole('button', { name: 'Export' }));
    await user.click(await screen.findByRole('menuitem', { name: 'Accounts (CSV)' }));
    const words = await screen.findByText('Saved still-connected-accounts-2026-03-14.csv');
    expect(words.getAttribute('role')).toBe('status');
    const lines = (await saved[0]?.text)?.trim().split('\r\n') ?? [];
    expect(saved[0]?.name).toBe('still-connected-accounts-2026-03-14.csv');
    expect(lines).toHaveLength(2);
    expect(lines[1]).toMatch(/^SchedPilot,"Studio North",,Instagram,gone,,unlisted,/);
  });

  it.each([
    [
      'History (CSV)',
      'still-connected-history-2026-03-14.csv',
      "'@gone,Instagram,working,unlisted",
    ],
    ['History (JSON)', 'still-connected-history-2026-03-14.json', '"account": "@gone"'],
  ])('%s saves the history', async (entry, name, part) => {
    const saved = recordSaved();
    const { user } = await openOptions('#accounts', fourAccounts);
    await screen.findAllByRole('img');
    await user.click(screen.getByRole('button', { name: 'Export' }));
    await user.click(await screen.findByRole('menuitem', { name: entry }));
    expect(saved.map((file) => file.name)).toEqual([name]);
    expect(await saved[0]?.text).toContain(part);
  });
});
