import { screen, waitFor, within } from '@testing-library/preact';
import { describe, expect, it, vi } from 'vitest';
import type { AccountEvent } from '@/utils/accounts/history/event';
import { openOptions } from '../pages';
import { recordSaved } from '../saved';
import { minute, now, schedPilot, store, synposter } from '../stored';

const day = 24 * 60 * minute;
const mute = { until: 'always' } as const;
const state = {
  connections: [
    schedPilot([
      {
        handle: 'gone',
        status: 'unlisted',
        statusSince: now - 2 * day,
        firstSeenAt: now - 95 * day,
      },
    ]),
    synposter([
      {
        handle: 'alice',
        status: 'expired',
        statusSince: now - 5 * day,
        firstSeenAt: now - 9 * day,
      },
      {
        handle: 'fine',
        platform: 'twitter',
        statusSince: now - 99 * day,
        firstSeenAt: now - 99 * day,
      },
      { handle: 'quiet', status: 'revoked', mute },
    ]),
  ],
  history: [
    event('sy/p1/instagram#alice', now - 5 * day, 'working', 'expired'),
    event('sp/instagram#gone', now - 2 * day, 'working', 'unlisted'),
  ],
};

function event(
  account: string,
  at: number,
  from: AccountEvent['from'],
  to: AccountEvent['to'],
): AccountEvent {
  const [, label = ''] = account.split('#');
  return {
    id: `${account}@${at}`,
    at,
    account,
    label: `@${label}`,
    platform: 'instagram',
    from,
    to,
  };
}

const table = () => screen.getByRole('table', { name: 'Accounts' });
const shown = () =>
  within(table())
    .getAllByRole('rowheader')
    .map((header) => header.querySelector('a')?.textContent);
const heading = (name: string) => within(table()).getByRole('columnheader', { name });
const search = () => screen.getByRole('searchbox', { name: 'Search accounts' });
const told = () =>
  screen.queryAllByRole('listitem').map(({ textContent }) => textContent?.match(/@\w+/)?.[0]);

describe('the order of the table', () => {
  it('is by status at first, with the worst on top', async () => {
    await openOptions('#accounts', state);
    expect(shown()).toEqual(['@alice', '@gone', '@quiet', '@fine']);
    expect(heading('Status').getAttribute('aria-sort')).toBe('ascending');
    expect(heading('Account').getAttribute('aria-sort')).toBeNull();
  });

  it.each([
    ['Account', 'ascending', ['@alice', '@fine', '@gone', '@quiet']],
    ['Client', 'ascending', ['@alice', '@quiet', '@fine', '@gone']],
    ['Since', 'descending', ['@quiet', '@gone', '@alice', '@fine']],
    ['Connected', 'ascending', ['@alice', '@gone', '@quiet', '@fine']],
  ])('is changed by pressing %s', async (name, order, labels) => {
    const { user } = await openOptions('#accounts', state);
    await screen.findAllByRole('img');
    await user.click(within(heading(name)).getByRole('button', { name }));
    expect(shown()).toEqual(labels);
    expect(heading(name).getAttribute('aria-sort')).toBe(order);
    expect(heading('Status').getAttribute('aria-sort')).toBeNull();
  });

  it('is reversed by pressing again', async () => {
    const { user } = await openOptions('#accounts', state);
    await user.click(screen.getByRole('button', { name: 'Account' }));
    await user.click(screen.getByRole('button', { name: 'Account' }));
    expect(shown()).toEqual(['@quiet', '@gone', '@fine', '@alice']);
    expect(heading('Account').getAttribute('aria-sort')).toBe('descending');
  });
});

describe('the accounts shown', () => {
  it('are found by a text', async () => {
    const { user } = await openOptions('#accounts', state);
    expect(screen.getByText('4 accounts').getAttribute('role')).toBe('status');
    await user.type(search(), 'café exp');
    await waitFor(() => expect(shown()).toEqual(['@alice']));
    expect(screen.getByText('1 of 4 accounts').getAttribute('role')).toBe('status');
  });

  it('can be narrowed to a service, a platform or a state', async () => {
    const { user } = await openOptions('#accounts', state);
    await user.selectOptions(screen.getByRole('combobox', { name: 'Show' }), 'Synposter');
    await waitFor(() => expect(shown()).toEqual(['@alice', '@quiet', '@fine']));
    await user.selectOptions(screen.getByRole('combobox', { name: 'Status' }), 'Muted');
    await waitFor(() => expect(shown()).toEqual(['@quiet']));
    await user.selectOptions(screen.getByRole('combobox', { name: 'Status' }), 'All statuses');
    await user.selectOptions(screen.getByRole('combobox', { name: 'Show' }), 'X');
    await waitFor(() => expect(shown()).toEqual(['@fine']));
  });

  it('can be none, which is said', async () => {
    const { user } = await openOptions('#accounts', state);
    await user.type(search(), 'nobody');
    const words = await screen.findByText('No matching accounts');
    expect(words.getAttribute('role')).toBe('status');
    expect(screen.queryByRole('table')).toBeNull();
  });
});

describe('the last 90 days', () => {
  const past = (label: string) =>
    within(screen.getByRole('row', { name: new RegExp(label) })).findByRole('img');

  it.each([
    ['@fine', 'No issues in 90 days'],
    ['@gone', 'Issue for 3 days'],
    ['@alice', 'Issue for 6 days'],
    ['@quiet', 'Issue today'],
  ])('of %s are summarized as: %s', async (label, words) => {
    await openOptions('#accounts', state);
    expect((await past(label)).getAttribute('aria-label')).toBe(words);
  });

  it('are listed day by day in the details', async () => {
    await openOptions('#accounts?account=sy%2Fp1%2Finstagram%23alice', state);
    const card = await screen.findByRole('region', { name: 'Last 90 days' });
    const spans = [...card.querySelectorAll('dl > div')].map(({ textContent }) => textContent);
    expect(spans.map((text) => text?.replaceAll(/\s/g, ' '))).toEqual([
      'Mar 9 – 14Expired',
      'Mar 5 – 8Connected',
      'Dec 15, 2025 – Mar 4, 2026No data',
    ]);
  });

  it('are drawn with few elements, however often an account changed', async () => {
    const history = Array.from({ length: 80 }, (_, i) =>
      event(
        'sy/p1/twitter#fine',
        now - (80 - i) * day,
        i % 2 ? 'expired' : 'working',
        i % 2 ? 'working' : 'expired',
      ),
    );
    await openOptions('#accounts', { ...state, history });
    expect((await past('@fine')).querySelectorAll('*').length).toBeLessThanOrEqual(4);
  });
});

describe('an export', () => {
  it('saves the accounts shown, and says the file’s name', async () => {
    const saved = recordSaved();
    const { user } = await openOptions('#accounts', state);
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
    const { user } = await openOptions('#accounts', state);
    await screen.findAllByRole('img');
    await user.click(screen.getByRole('button', { name: 'Export' }));
    await user.click(await screen.findByRole('menuitem', { name: entry }));
    expect(saved.map((file) => file.name)).toEqual([name]);
    expect(await saved[0]?.text).toContain(part);
  });
});

describe('a table of 600 accounts', () => {
  const many = Array.from({ length: 600 }, (_, i) => ({ handle: `a${1_000 + i}` }));

  it('renders only visible rows, and announces its length', async () => {
    vi.spyOn(HTMLElement.prototype, 'clientHeight', 'get').mockReturnValue(540);
    const { user } = await openOptions('#accounts', { connections: [schedPilot(many)] });
    await waitFor(() => expect(shown().length).toBeGreaterThan(8));
    expect(shown().length).toBeLessThan(60);
    expect(table().getAttribute('aria-rowcount')).toBe('601');
    const places = () =>
      within(table())
        .getAllByRole('row')
        .map((row) => row.getAttribute('aria-rowindex'));
    expect(places().slice(0, 3)).toEqual(['1', '2', '3']);
    await user.click(screen.getByRole('button', { name: 'Account' }));
    await user.click(screen.getByRole('button', { name: 'Account' }));
    expect(shown()[0]).toBe('@a1599');
  });
});

describe('a long history', () => {
  it('is shown in parts, the latest first', async () => {
    const history = Array.from({ length: 250 }, (_, i) =>
      event('sy/p1/twitter#fine', now - (250 - i) * minute, 'working', 'expired'),
    );
    const { user } = await openOptions('#activity', { ...state, history });
    await waitFor(() => expect(told()).toHaveLength(100));
    const more = screen.getByRole('button', { name: 'Show more' });
    await user.click(more);
    await waitFor(() => expect(told()).toHaveLength(200));
    await user.click(more);
    await waitFor(() => expect(told()).toHaveLength(250));
    expect(screen.queryByRole('button', { name: 'Show more' })).toBeNull();
  });

  it('stays as far open as it was when something happens', async () => {
    const history = Array.from({ length: 150 }, (_, i) =>
      event('sy/p1/twitter#fine', now - (250 - i) * minute, 'working', 'expired'),
    );
    const { user } = await openOptions('#activity', { ...state, history });
    await user.click(await screen.findByRole('button', { name: 'Show more' }));
    await waitFor(() => expect(told()).toHaveLength(150));
    const latest = event('sy/p1/twitter#fine', now, 'expired', 'working');
    await store({ ...state, history: [...history, latest] });
    await waitFor(() => expect(told()).toHaveLength(151));
  });
});
