import { screen, waitFor, within } from '@testing-library/preact';
import { describe, expect, it } from 'vitest';
import { stopAnswering } from '../background';
import { openPopup } from '../pages';
import { day, now, synposter } from '../stored';
import { keys, threeAccounts } from './three-accounts';

type User = Awaited<ReturnType<typeof openPopup>>['user'];

async function openMenu(user: User, label: string) {
  await user.click(screen.getByRole('button', { name: `More for ${label}` }));
  return screen.findAllByRole('menuitem');
}

async function choose(user: User, label: string, entry: string) {
  await openMenu(user, label);
  await user.click(screen.getByRole('menuitem', { name: entry }));
}

describe('the menu of an account', () => {
  const mutes = ['Mute for 1 day', 'Mute for 1 week', 'Mute until I unmute it'];
  const always = ['Move to client…', 'Copy ID', 'Details'];
  const broken = [...mutes, 'Copy a message for the client', ...always];

  it.each([
    ['@alice', ['Mute until reconnected', ...broken]],
    ['@fine', [...mutes, ...always]],
    ['@gone', ['I removed it', 'Mute until reconnected', ...broken]],
  ])('offers what fits %s', async (label, entries) => {
    const { user } = await openPopup(threeAccounts);
    const items = await openMenu(user, label);
    expect(items.map(({ textContent }) => textContent)).toEqual(entries);
  });

  it('says whether it is open, and takes the focus', async () => {
    const { user } = await openPopup(threeAccounts);
    const button = screen.getByRole('button', { name: 'More for @alice' });
    expect(button.getAttribute('aria-expanded')).toBe('false');
    const [first] = await openMenu(user, '@alice');
    expect(button.getAttribute('aria-expanded')).toBe('true');
    await waitFor(() => expect(document.activeElement).toBe(first));
    await user.keyboard('{ArrowUp}');
    expect(document.activeElement).toBe(screen.getByRole('menuitem', { name: 'Details' }));
  });

  it.each([
    ['Mute until reconnected', { until: 'works' }],
    ['Mute for 1 day', { until: 'time', at: now + day }],
    ['Mute for 1 week', { until: 'time', at: now + 7 * day }],
    ['Mute until I unmute it', { until: 'always' }],
  ])('mutes by “%s”', async (entry, mute) => {
    const { user, sent } = await openPopup(threeAccounts);
    await choose(user, '@alice', entry);
    await waitFor(() =>
      expect(sent).toEqual([{ name: 'muteAccounts', command: { accounts: [keys.alice], mute } }]),
    );
    await waitFor(() => expect(screen.queryByRole('menuitem')).toBeNull());
  });

  it('unmutes', async () => {
    const mute = { until: 'always' } as const;
    const muted = synposter([{ handle: 'alice', id: 'id-alice', status: 'expired', mute }]);
    const { user, sent } = await openPopup({ connections: [muted] });
    await choose(user, '@alice', 'Unmute');
    await waitFor(() =>
      expect(sent).toEqual([
        { name: 'muteAccounts', command: { accounts: [keys.alice], mute: null } },
      ]),
    );
  });

  it('asks to try again if a mute fails', async () => {
    const { user } = await openPopup(threeAccounts);
    stopAnswering();
    await choose(user, '@alice', 'Mute until I unmute it');
    await waitFor(() =>
      expect(screen.getByRole('status').textContent).toBe('Something went wrong. Try again.'),
    );
  });

  it('copies the service’s id, and says so', async () => {
    const { user } = await openPopup(threeAccounts);
    await choose(user, '@alice', 'Copy ID');
    await screen.findByText('Copied');
    expect(await navigator.clipboard.readText()).toBe('id-alice');
  });

  it('opens the account’s details over the popup, and closes them again', async () => {
    const { user } = await openPopup(threeAccounts);
    await choose(user, '@alice', 'Details');
    const dialog = within(await screen.findByRole('dialog', { name: 'Details' }));
    expect(dialog.getByRole('heading', { name: '@alice' })).toBeTruthy();
    expect(dialog.getByText('Last 90 days')).toBeTruthy();
    const all = dialog.getByRole('link', { name: 'All accounts' });
    expect(all.getAttribute('href')).toContain('#accounts?account=');
    await user.click(dialog.getByRole('button', { name: 'Close details' }));
    await waitFor(() => expect(screen.queryByRole('dialog', { name: 'Details' })).toBeNull());
  });

  it('moves an account to another client', async () => {
    const { user, sent } = await openPopup(threeAccounts);
    await choose(user, '@alice', 'Move to client…');
    const dialog = within(await screen.findByRole('dialog', { name: 'Move @alice to a client' }));
    await user.clear(dialog.getByRole('combobox', { name: 'Client' }));
    await user.type(dialog.getByRole('combobox', { name: 'Client' }), 'Bakery');
    await user.click(dialog.getByRole('button', { name: 'Move' }));
    const command = { accounts: [keys.alice], client: 'Bakery' };
    await waitFor(() => expect(sent).toEqual([{ name: 'moveToClient', command }]));
  });

  it('forgets an unlisted account by “I removed it”', async () => {
    const { user, sent } = await openPopup(threeAccounts);
    await choose(user, '@gone', 'I removed it');
    await waitFor(() =>
      expect(sent).toEqual([{ name: 'forgetAccounts', command: { accounts: [keys.gone] } }]),
    );
  });
});
