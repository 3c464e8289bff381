import { screen, waitFor, within } from '@testing-library/preact';
import { describe, expect, it } from 'vitest';
import type { FakeReplies } from '../background';
import { openOptions } from '../pages';
import { schedPilot, store, synposter } from '../stored';

const profiles = [{ id: 'p1', name: 'Café Aroma' }, { id: 'p2' }];
const state = { connections: [schedPilot([]), synposter([], { profiles })] };
const saved = { editConnection: { kind: 'saved', connectionId: 'sy' } } as const;
const newKey = ['sk', 'live', 'brandnew1234567'].join('_');

const form = () => within(screen.getByRole('form', { name: 'Edit Agency' }));
const keyField = () => form().getByLabelText<HTMLInputElement>('API key');

describe('editing a connection', () => {
  it('starts with what is stored, and never with the key', async () => {
    await openOptions('#connections?edit=sy', state);
    expect(form().getByRole('textbox', { name: 'Name' })).toHaveProperty('value', 'Agency');
    expect(form().getByRole('textbox', { name: 'Profile ID' })).toHaveProperty('value', 'p1, p2');
    expect(keyField().value).toBe('');
    expect(form().getByText('Leave empty to keep the key ending in x9z.')).toBeTruthy();
    expect(form().queryByRole('radiogroup')).toBeNull();
    await waitFor(() => expect(document.activeElement).toBe(keyField()));
  });

  it('starts with Edit and ends with Cancel', async () => {
    const { user, sent } = await openOptions('#connections', state);
    const item = screen.getByRole('heading', { name: 'Agency' }).closest('li') ?? document.body;
    await user.click(within(item).getByRole('button', { name: 'Edit' }));
    await screen.findByRole('form', { name: 'Edit Agency' });
    expect(location.hash).toBe('#connections?edit=sy');
    await user.click(form().getByRole('button', { name: 'Cancel' }));
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    expect(location.hash).toBe('#connections');
    expect(sent).toEqual([]);
  });

  it('keeps the key if none is entered', async () => {
    const { user, sent } = await openOptions('#connections?edit=sy', state, saved);
    const label = form().getByRole('textbox', { name: 'Name' });
    await user.clear(label);
    await user.type(label, 'Agency two');
    await user.click(form().getByRole('button', { name: 'Test and save' }));
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    const command = {
      connectionId: 'sy',
      keyKeptUntil: 'removed',
      label: 'Agency two',
      profileIds: ['p1', 'p2'],
    };
    expect(sent).toEqual([{ name: 'editConnection', command }]);
  });

  it('sends a new key, and says what was found', async () => {
    const { user, sent } = await openOptions('#connections?edit=sy', state, saved);
    await user.type(keyField(), newKey);
    await user.click(form().getByRole('button', { name: 'Test and save' }));
    await screen.findByText('Connected. Your key works, but there are no accounts yet.');
    expect(sent).toMatchObject([{ name: 'editConnection', command: { apiKey: newKey } }]);
    expect(document.documentElement.outerHTML).not.toContain(newKey);
  });

  it('says nothing about an earlier save', async () => {
    const { user } = await openOptions('#connections?edit=sy', state, saved);
    await user.click(form().getByRole('button', { name: 'Test and save' }));
    await screen.findByText('Connected. Your key works, but there are no accounts yet.');
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    const item = screen.getByRole('heading', { name: 'Agency' }).closest('li') ?? document.body;
    await user.click(within(item).getByRole('button', { name: 'Edit' }));
    await screen.findByRole('form', { name: 'Edit Agency' });
    expect(form().getByRole('status').textContent).toBe('');
  });

  it('says that the connection was removed meanwhile', async () => {
    const gone = { editConnection: { kind: 'gone' } } as const;
    const { user } = await openOptions('#connections?edit=sy', state, gone);
    await user.click(form().getByRole('button', { name: 'Test and save' }));
    await screen.findByText('This connection has been removed.');
  });

  it('opens no dialog for an unknown connection', async () => {
    await openOptions('#connections?edit=unheard-of', state);
    expect(screen.queryByRole('dialog')).toBeNull();
  });

  it.each([
    ['Cancel', saved],
    ['Test and save', saved],
  ])('closes the dialog on “%s”', async (button, replies) => {
    const { user } = await openOptions('#connections', state, replies);
    const item = screen.getByRole('heading', { name: 'Agency' }).closest('li') ?? document.body;
    await user.click(within(item).getByRole('button', { name: 'Edit' }));
    await screen.findByRole('form', { name: 'Edit Agency' });
    await user.click(form().getByRole('button', { name: button }));
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  });
});

it('removing a connection focuses the heading of the list', async () => {
  const { user } = await openOptions('#connections', state);
  const item = screen.getByRole('heading', { name: 'Agency' }).closest('li') ?? document.body;
  within(item).getByRole('button', { name: 'Remove' }).focus();
  await user.keyboard('{Escape}');
  await store({ connections: [schedPilot([])] });
  await waitFor(() => expect(screen.queryByRole('heading', { name: 'Agency' })).toBeNull());
  const heading = screen.getByRole('heading', { name: 'Connections', level: 2 });
  await waitFor(() => expect(document.activeElement).toBe(heading));
});

it('a new key that may not list profiles needs their IDs, starting with the known ones', async () => {
  const found = { connections: [synposter([], { profiles, profilesFrom: 'all' })] };
  const hidden = { editConnection: { kind: 'profiles-hidden' } } as const;
  const replies: FakeReplies = { ...hidden };
  const { user, sent } = await openOptions('#connections?edit=sy', found, replies);
  await user.type(keyField(), newKey);
  await user.click(form().getByRole('button', { name: 'Test and save' }));
  await screen.findByText(/Enter the ID of the profile to watch/);
  const typed = await form().findByRole('textbox', { name: 'Profile ID' });
  expect(typed).toHaveProperty('value', 'p1, p2');
  replies.editConnection = { kind: 'failed', error: { kind: 'timeout' } };
  await user.click(form().getByRole('button', { name: 'Test and save' }));
  await waitFor(() => expect(sent).toHaveLength(2));
  expect(sent).toMatchObject([
    { command: { profileIds: [] } },
    { command: { profileIds: ['p1', 'p2'], apiKey: newKey } },
  ]);
  await screen.findByText('Synposter took too long to answer.');
  expect(form().getByRole('textbox', { name: 'Profile ID' })).toHaveProperty('value', 'p1, p2');
});
