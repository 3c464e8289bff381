import { screen, waitFor, within } from '@testing-library/preact';
import { describe, expect, it } from 'vitest';
import { itemOf, openedTabs, openPopup } from '../pages';
import { keys, threeAccounts } from './three-accounts';

describe('an account’s main action', () => {
  it('reconnects if the service can, and says where to continue', async () => {
    const { user, sent } = await openPopup(threeAccounts, { reconnectAccount: { kind: 'opened' } });
    await user.click(screen.getByRole('button', { name: 'Reconnect @alice' }));
    expect(await screen.findByText('Finish reconnecting in the tab that just opened.')).toBe(
      screen.getByRole('status'),
    );
    expect(sent).toEqual([{ name: 'reconnectAccount', command: { account: keys.alice } }]);
  });

  it('says why a reconnect cannot start', async () => {
    const { user } = await openPopup(threeAccounts, {
      reconnectAccount: { kind: 'failed', error: { kind: 'network' } },
    });
    await user.click(screen.getByRole('button', { name: 'Reconnect @alice' }));
    await screen.findByText('Couldn’t start reconnecting. Couldn’t reach Synposter.');
  });

  it('says what was opened instead if a reconnect cannot start here', async () => {
    const error = { kind: 'profile-unknown' } as const;
    const { user } = await openPopup(threeAccounts, {
      reconnectAccount: { kind: 'failed', error, openedInstead: 'Synposter' },
    });
    await user.click(screen.getByRole('button', { name: 'Reconnect @alice' }));
    await screen.findByText(/Reconnect it in Synposter, in the tab that just opened\.$/);
  });

  it.each([
    [
      'Open login.example',
      [{ account: keys.alice }, { account: keys.alice, host: 'login.example' }],
    ],
    ['Cancel', [{ account: keys.alice }]],
  ])('shows an unusual host first, and accepts the answer "%s"', async (answer, commands) => {
    const { user, sent } = await openPopup(threeAccounts, {
      reconnectAccount: { kind: 'confirm', host: 'login.example' },
    });
    await user.click(screen.getByRole('button', { name: 'Reconnect @alice' }));
    const dialog = await screen.findByRole('dialog', { name: 'Open login.example?' });
    await user.click(within(dialog).getByRole('button', { name: answer }));
    await waitFor(() => expect(sent.map(({ command }) => command)).toEqual(commands));
  });

  it('opens the service if it cannot reconnect', async () => {
    const { user, sent } = await openPopup(threeAccounts);
    await user.click(screen.getByRole('button', { name: 'Open SchedPilot' }));
    await waitFor(async () => expect(await openedTabs()).toEqual(['https://app.schedpilot.com']));
    expect(sent).toEqual([]);
  });

  it('does not exist for an account that works', async () => {
    await openPopup(threeAccounts);
    const buttons = within(itemOf('@fine')).getAllByRole('button');
    expect(buttons.map((button) => button.getAttribute('aria-label'))).toEqual(['More for @fine']);
  });
});

describe('the keyboard', () => {
  it('moves from the search through the list with the arrow keys', async () => {
    const { user } = await openPopup(threeAccounts);
    await user.click(screen.getByRole('searchbox'));
    for (const label of ['@alice', '@gone', '@fine']) {
      await user.keyboard('{ArrowDown}');
      expect(document.activeElement).toBe(itemOf(label));
    }
    await user.keyboard('{ArrowUp}');
    expect(document.activeElement).toBe(itemOf('@gone'));
  });

  it('runs an item’s main action with Enter', async () => {
    const { user, sent } = await openPopup(threeAccounts, { reconnectAccount: { kind: 'opened' } });
    itemOf('@alice').focus();
    await user.keyboard('{Enter}');
    await waitFor(() =>
      expect(sent).toEqual([{ name: 'reconnectAccount', command: { account: keys.alice } }]),
    );
  });

  it('opens the menu of a working account with Enter', async () => {
    const { user } = await openPopup(threeAccounts);
    itemOf('@fine').focus();
    await user.keyboard('{Enter}');
    expect(await screen.findAllByRole('menuitem')).toHaveLength(6);
  });
});
