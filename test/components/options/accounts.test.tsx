import { screen, waitFor, within } from '@testing-library/preact';
import { describe, expect, it } from 'vitest';
import type { AccountEvent } from '@/utils/accounts/history/event';
import { openedTabs, openOptions } from '../pages';
import { eventAt, minute, now, schedPilot, synposter } from '../stored';

const state = {
  connections: [
    schedPilot([{ handle: 'gone', status: 'unlisted' }]),
    synposter([{ handle: 'alice', status: 'expired' }, { handle: 'fine' }]),
  ],
} as const;

function row(label: string) {
  return screen.getByRole('row', { name: new RegExp(label) });
}

describe('the accounts view', () => {
  it('lists every account with status, service and connection, the worst first', async () => {
    await openOptions('#accounts', state);
    const rows = within(screen.getByRole('table', { name: 'Accounts' })).getAllByRole('rowheader');
    expect(rows.map((header) => header.querySelector('a')?.textContent)).toEqual([
      '@alice',
      '@gone',
      '@fine',
    ]);
    expect(within(row('@alice')).getByText('Expired')).toBeTruthy();
    expect(row('@alice').textContent).toContain('Instagram');
    expect(row('@alice').textContent).toContain('Café Aroma');
    expect(row('@alice').textContent).toContain('Synposter');
    expect(within(row('@gone')).getByText('No longer listed')).toBeTruthy();
    expect(row('@gone').textContent).toContain('Studio North');
  });

  it('says why an account may be no longer listed', async () => {
    await openOptions('#accounts', state);
    expect(row('@gone').textContent).toContain(
      'Expired, revoked or disconnected. SchedPilot doesn’t say which.',
    );
    expect(row('@alice').textContent).not.toContain('doesn’t say which');
  });

  it('marks the account of the URL', async () => {
    const account = encodeURIComponent('sy/p1/instagram#alice');
    await openOptions(`#accounts?account=${account}`, state);
    expect(row('@alice').getAttribute('aria-current')).toBe('true');
    expect(row('@fine').getAttribute('aria-current')).toBeNull();
  });

  it('reconnects from the table, and says where to continue', async () => {
    const replies = { reconnectAccount: { kind: 'opened' } } as const;
    const { user, sent } = await openOptions('#accounts', state, replies);
    await user.click(within(row('@alice')).getByRole('button', { name: 'Reconnect @alice' }));
    const words = await screen.findByText('Finish reconnecting in the tab that just opened.');
    expect(words.getAttribute('role')).toBe('status');
    const command = { account: 'sy/p1/instagram#alice' };
    expect(sent).toEqual([{ name: 'reconnectAccount', command }]);
  });

  it('opens the service from the table if it cannot reconnect', async () => {
    const { user } = await openOptions('#accounts', state);
    await user.click(within(row('@gone')).getByRole('button', { name: 'Open SchedPilot' }));
    await waitFor(async () => expect(await openedTabs()).toEqual(['https://app.schedpilot.com']));
  });

  it('offers only the menu for an account that works or is muted', async () => {
    const mute = { until: 'always' } as const;
    const accounts = [{ handle: 'fine' }, { handle: 'quiet', status: 'expired', mute }] as const;
    await openOptions('#accounts', { connections: [synposter(accounts)] });
    for (const label of ['@fine', '@quiet']) {
      const buttons = within(row(label)).getAllByRole('button');
      expect(buttons.map((button) => button.getAttribute('aria-label'))).toEqual([
        `More for ${label}`,
      ]);
    }
  });

  it('says that there are no accounts yet', async () => {
    await openOptions('#accounts');
    expect(screen.getByText('No accounts yet')).toBeTruthy();
  });

  it('says that every connection is paused', async () => {
    await openOptions('#accounts', {
      connections: [schedPilot(null, { paused: true })],
    });
    expect(screen.getByText('All connections are paused')).toBeTruthy();
  });

  it('shows a name with markup as text', async () => {
    const name = '<script>alert(1)</script>';
    await openOptions('#accounts', { connections: [schedPilot([{ id: '1', name }])] });
    expect(screen.getByText(name, { ignore: false }).children).toHaveLength(0);
  });
});

describe('an account’s details', () => {
  const card = () => within(screen.getByRole('region', { name: '@alice' }));
  const twice = {
    connections: [
      synposter([
        {
          handle: 'alice',
          id: 'acct_1',
          platform: 'twitter',
          platformAccountId: '77',
          status: 'expired',
          scopes: ['tweet.read', 'tweet.write'],
          connectedAt: '2026-04-01T10:00:00Z',
          refreshedAt: 'long ago',
        },
      ]),
      schedPilot([{ handle: 'alice', id: '9', platform: 'twitter' }]),
    ],
  } as const;

  it('show everything known, and where the account still works', async () => {
    await openOptions('#accounts?account=sy%2Fp1%2Ftwitter%3A77', twice);
    await waitFor(() => expect(document.activeElement?.textContent).toBe('@alice'));
    const text = screen.getByRole('region', { name: '@alice' }).textContent;
    for (const fact of [
      'Still connected through SchedPilot',
      'Also connected in SchedPilot: Connected',
      'Synposter · Agency · Café Aroma',
      'acct_1',
      'tweet.read, tweet.write',
    ]) {
      expect(text).toContain(fact);
    }
    expect(text).not.toContain('Last refreshed');
  });

  it('copy its ids', async () => {
    const { user } = await openOptions('#accounts?account=sy%2Fp1%2Ftwitter%3A77', twice);
    await user.click(card().getByRole('button', { name: 'Copy X ID' }));
    expect(await navigator.clipboard.readText()).toBe('77');
    await screen.findByText('Copied');
  });

  it('open from the account’s name', async () => {
    const { user } = await openOptions('#accounts', twice);
    const [first] = screen.getAllByRole('link', { name: '@alice' });
    if (first) await user.click(first);
    await screen.findByRole('region', { name: '@alice' });
  });
});

describe('an account that two connections list', () => {
  const seen = (id: string, at: number, to: AccountEvent['to']) =>
    eventAt(at, { id: `${id}@${at}`, account: `${id}/instagram#alice`, to });
  const shared = {
    connections: [
      schedPilot([{ handle: 'alice', status: 'unlisted' }]),
      schedPilot([{ handle: 'alice', status: 'unlisted' }], { id: 'sp2', label: 'Second' }),
    ],
    history: [
      seen('sp2', now - 60 * minute, 'unlisted'),
      seen('sp', now - 55 * minute, 'unlisted'),
    ],
  };

  it('is listed once', async () => {
    await openOptions('#accounts', shared);
    expect(within(screen.getByRole('table')).getAllByRole('rowheader')).toHaveLength(1);
  });

  it('has each of its changes listed once', async () => {
    await openOptions('#activity', shared);
    await screen.findByText('@alice is no longer listed');
    expect(screen.getAllByText('@alice is no longer listed')).toHaveLength(1);
  });

  it('is found by a notification’s link from either connection', async () => {
    const account = encodeURIComponent('sp2/instagram#alice');
    await openOptions(`#accounts?account=${account}`, shared);
    const card = within(screen.getByRole('region', { name: '@alice' }));
    expect(card.getByText(/Studio North/)).toBeTruthy();
    expect(row('@alice').getAttribute('aria-current')).toBe('true');
    expect(await card.findByText('@alice is no longer listed')).toBeTruthy();
  });
});
