import { screen, waitFor } from '@testing-library/preact';
import { describe, expect, it } from 'vitest';
import { serviceIds, services } from '@/utils/services/registry';
import { openPopup } from '../pages';
import { schedPilot, synposter } from '../stored';

const state = {
  connections: [
    synposter([
      { handle: 'alice', name: 'Alice Arden', platform: 'instagram' },
      { handle: 'bob', platform: 'twitter', status: 'expired' },
    ]),
    schedPilot([{ handle: 'carol', platform: 'linkedin_page' }]),
  ],
} as const;

const shown = () => [...document.querySelectorAll('li bdi')].map(({ textContent }) => textContent);
const search = () => screen.getByRole('searchbox', { name: 'Search accounts' });
const show = () => screen.getByRole('combobox', { name: 'Show' });

describe('Search accounts', () => {
  it.each([
    ['a name', 'arden', ['@alice']],
    ['a handle', '@bob', ['@bob']],
    ['a platform', 'linkedin page', ['@carol']],
    ['a profile', 'café', ['@bob', '@alice']],
    ['a connection’s label', 'studio', ['@carol']],
    ['a status', 'EXPIRED', ['@bob']],
    ['words of several of them', 'aroma active', ['@alice']],
  ])('finds %s', async (_, query, found) => {
    const { user } = await openPopup(state);
    expect(shown()).toEqual(['@bob', '@alice', '@carol']);
    await user.type(search(), query);
    await waitFor(() => expect(shown()).toEqual(found));
  });

  it('says that no account matches', async () => {
    const { user } = await openPopup(state);
    await user.type(search(), 'nobody');
    expect(await screen.findByText('No matching accounts')).toBeTruthy();
    expect(screen.queryByRole('list')).toBeNull();
  });

  it('is focused by the slash key, without the slash', async () => {
    const { user } = await openPopup(state);
    await waitFor(async () => {
      await user.keyboard('/');
      expect(document.activeElement).toBe(search());
    });
    expect(search()).toHaveProperty('value', '');
  });

  it('accepts a typed slash', async () => {
    const { user } = await openPopup(state);
    await user.type(search(), 'a/b');
    expect(search()).toHaveProperty('value', 'a/b');
  });

  it('is cleared by Escape', async () => {
    const { user } = await openPopup(state);
    await user.type(search(), 'alice');
    await waitFor(() => expect(shown()).toEqual(['@alice']));
    await user.keyboard('{Escape}');
    await waitFor(() => expect(shown()).toHaveLength(3));
    expect(search()).toHaveProperty('value', '');
  });
});

describe('Show', () => {
  it('offers all services, clients and platforms', async () => {
    await openPopup(state);
    expect([...show().querySelectorAll('option')].map(({ textContent }) => textContent)).toEqual([
      'Everything',
      ...serviceIds.map((id) => services[id].name),
      'Café Aroma',
      'Studio North',
      'Instagram',
      'LinkedIn Page',
      'X',
    ]);
  });

  it.each([
    ['SchedPilot', ['@carol']],
    ['Synposter', ['@bob', '@alice']],
    ['X', ['@bob']],
    ['LinkedIn Page', ['@carol']],
  ])('narrows the lists to %s', async (choice, found) => {
    const { user } = await openPopup(state);
    await user.selectOptions(show(), choice);
    await waitFor(() => expect(shown()).toEqual(found));
    await user.selectOptions(show(), 'Everything');
    await waitFor(() => expect(shown()).toHaveLength(3));
  });

  it('works together with the search', async () => {
    const { user } = await openPopup(state);
    await user.selectOptions(show(), 'SchedPilot');
    await user.type(search(), 'alice');
    expect(await screen.findByText('No matching accounts')).toBeTruthy();
  });
});
