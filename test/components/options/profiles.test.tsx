import { screen, waitFor, within } from '@testing-library/preact';
import { describe, expect, it } from 'vitest';
import { openOptions } from '../pages';
import { now, synposter } from '../stored';

const saved = { editConnection: { kind: 'saved', connectionId: 'sy' } } as const;
const profiles = [{ id: 'p1', name: 'Café Aroma' }, { id: 'p2' }];
const edited = { connectionId: 'sy', keyKeptUntil: 'removed', label: 'Agency' };
const form = () => within(screen.getByRole('form', { name: 'Edit Agency' }));

describe('found profiles', () => {
  it('are all monitored until some are chosen', async () => {
    const state = { connections: [synposter([], { profiles, profilesFrom: 'all' })] };
    const { user, sent } = await openOptions('#connections?edit=sy', state, saved);
    expect(form().queryByRole('textbox', { name: 'Profile ID' })).toBeNull();
    expect(form().getByRole('radio', { name: 'All profiles, including new ones' })).toHaveProperty(
      'checked',
      true,
    );
    await user.click(form().getByRole('radio', { name: 'Only these profiles' }));
    await user.click(form().getByRole('checkbox', { name: 'Café Aroma' }));
    await user.click(form().getByRole('button', { name: 'Test and save' }));
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    expect(sent).toEqual([{ name: 'editConnection', command: { ...edited, profileIds: ['p2'] } }]);
  });

  it('must be at least one', async () => {
    const chosen = { profiles: [{ id: 'p1', name: 'Café Aroma' }], otherProfiles: [{ id: 'p2' }] };
    const state = { connections: [synposter([], { ...chosen, profilesFrom: 'chosen' })] };
    const { user, sent } = await openOptions('#connections?edit=sy', state, saved);
    const checked = () =>
      form()
        .getAllByRole<HTMLInputElement>('checkbox')
        .map((box) => box.checked);
    expect(checked()).toEqual([true, false]);
    await user.click(form().getByRole('checkbox', { name: 'Café Aroma' }));
    await user.click(form().getByRole('button', { name: 'Test and save' }));
    expect(form().getByText('Choose at least one profile.')).toBeTruthy();
    expect(form().getByLabelText('API key').getAttribute('aria-invalid')).toBe('false');
    await user.click(form().getByRole('radio', { name: 'All profiles, including new ones' }));
    await user.click(form().getByRole('button', { name: 'Test and save' }));
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    expect(sent).toEqual([{ name: 'editConnection', command: { ...edited, profileIds: [] } }]);
  });
});

it('a failed profile listing is explained while accounts are still checked', async () => {
  const failedListing = {
    at: now,
    nextAt: now + 1,
    error: { kind: 'server', status: 503 } as const,
  };
  await openOptions('#connections', {
    connections: [
      synposter([], { profiles, profilesFrom: 'all', state: { profilesCheck: failedListing } }),
    ],
  });
  expect(
    screen.getByText(/^Couldn’t look for new profiles\. Synposter is having problems/),
  ).toBeTruthy();
});
