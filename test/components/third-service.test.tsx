import { screen, waitFor, within } from '@testing-library/preact';
import { afterAll, describe, expect, it, vi } from 'vitest';
import { services } from '@/utils/services/registry';
import { third, thirdKey } from '../services/third';
import { itemOf, openedTabs, openOptions, openPopup } from './pages';
import { failed, minute, now, schedPilot, synposter } from './stored';

// Modules are reloaded with this registry, and again afterwards, because test files share them.
vi.hoisted(() => vi.resetModules());
afterAll(() => vi.resetModules());
vi.mock('@/utils/services/registry', async (original) =>
  (await import('../services/third')).withThirdInfo(await original()),
);

/** The names of all services as a sentence has them. */
function listed(type: Intl.ListFormatType): string {
  const names = Object.values(services).map(({ name }) => name);
  return new Intl.ListFormat('en', { type }).format(names);
}

const reads = { hour: Math.floor(now / (60 * minute)), used: 5 };
const postbox = (changes: Parameters<typeof synposter>[1] = {}) =>
  synposter([{ handle: 'north' }, { handle: 'gone', status: 'unlisted' }], {
    service: third,
    label: 'Our Postbox',
    state: { reads },
    ...changes,
  });
const state = { connections: [postbox(), schedPilot([{ handle: 'alice' }])] };

describe('a third service in the popup', () => {
  it('is named before any key is entered', async () => {
    await openPopup();
    expect(listed('conjunction')).toContain('and Postbox');
    const names = `accounts in ${listed('conjunction')} and alerts you`;
    expect(screen.getByText(names, { exact: false })).toBeTruthy();
  });

  it('shows its accounts as connected, and opens where they are fixed', async () => {
    const { user } = await openPopup(state);
    expect(itemOf('@north').textContent).toMatch(/Connected · Postbox/);
    await user.click(within(itemOf('@gone')).getByRole('button', { name: 'Open Postbox' }));
    await waitFor(async () =>
      expect(await openedTabs()).toContain('https://postbox.example/accounts'),
    );
  });

  it('can be filtered by', async () => {
    const { user } = await openPopup(state);
    await user.selectOptions(screen.getByRole('combobox', { name: 'Show' }), 'Postbox');
    expect(screen.queryByText('@alice')).toBeNull();
    expect(screen.getByText('@north')).toBeTruthy();
  });

  it('has problem texts with its name', async () => {
    await openPopup({ connections: [postbox({ check: failed({ kind: 'network' }) })] });
    expect(screen.getByRole('alert').textContent).toContain('Couldn’t reach Postbox.');
  });
});

describe('a third service in the options', () => {
  it('is offered in the form, with its key and profiles', async () => {
    const replies = { addConnection: { kind: 'saved', connectionId: 'new' } } as const;
    const { user, sent, askPermission } = await openOptions('#connections', {}, replies);
    expect(screen.getByText(`from ${listed('disjunction')}.`, { exact: false })).toBeTruthy();
    await user.click(screen.getByRole('radio', { name: 'Postbox' }));
    expect(screen.getByLabelText('API key')).toHaveProperty('placeholder', 'pb_…');
    await user.type(screen.getByLabelText('API key'), thirdKey);
    await user.type(screen.getByLabelText('Profile ID'), 'p1');
    await user.click(screen.getByRole('button', { name: 'Test and save' }));
    await waitFor(() => expect(sent).toHaveLength(1));
    expect(sent).toMatchObject([
      { command: { service: third, label: 'Postbox', profileIds: ['p1'] } },
    ]);
    expect(askPermission).toHaveBeenCalledWith({ origins: ['https://api.postbox.example/*'] });
  });

  it('is listed with its profiles and its used reads', async () => {
    await openOptions('#connections', state);
    const item = screen.getByRole('heading', { name: 'Our Postbox' }).closest('li');
    expect(item?.textContent).toContain('1 profile · 2 accounts');
    expect(within(item ?? document.body).getByText('5 of 12 reads this hour').title).toBe(
      'Still Connected uses at most 12 of your hourly reads in Postbox, to leave room for your other tools.',
    );
  });

  it('has its accounts in the table, with the reason for one that is gone', async () => {
    await openOptions('#accounts', state);
    const row = screen.getByRole('row', { name: /@gone/ });
    expect(row.textContent).toContain('disconnected. Postbox doesn’t say which.');
    expect(within(row).getByRole('button', { name: 'Open Postbox' })).toBeTruthy();
  });
});
