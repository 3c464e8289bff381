import { screen, waitFor } from '@testing-library/preact';
import { describe, expect, it } from 'vitest';
import { openOptions } from '../pages';
import { day, eventAt, minute, now, schedPilot, store, synposter } from '../stored';

const state = { connections: [synposter([{ handle: 'alice', status: 'expired' }])] } as const;

const shown = () => screen.queryAllByRole('listitem').map(({ textContent }) => textContent);

describe('the activity', () => {
  it('lists every change, newest first', async () => {
    const events = [
      eventAt(now - 9 * minute, { from: 'absent', to: 'working' }),
      eventAt(now - 8 * minute, { to: 'expired' }),
      eventAt(now - 7 * minute, { from: 'expired', to: 'working' }),
      eventAt(now - 6 * minute, { to: 'revoked' }),
      eventAt(now - 5 * minute, { to: 'unlisted' }),
      eventAt(now - 4 * minute, { to: 'cannot-post' }),
      eventAt(now - 3 * minute, { to: 'unknown' }),
      eventAt(now - 2 * minute, { from: 'unlisted', to: 'absent' }),
    ];
    await openOptions('#activity', { ...state, history: events });
    const list = await screen.findByRole('list', { name: 'Today' });
    for (const [i, words] of [
      'You removed @alice',
      '@alice has an unknown status',
      '@alice can’t post',
      '@alice is no longer listed',
      '@alice: access revoked',
      '@alice is connected again',
      '@alice expired',
      '@alice was added',
    ].entries()) {
      expect(shown()[i]).toContain(words);
    }
    const [latest] = list.querySelectorAll('time');
    expect(latest?.dateTime).toBe(new Date(now - 2 * minute).toISOString());
  });

  it('groups changes by day, and says how long an outage lasted, across different troubles', async () => {
    const history = [
      eventAt(now - 3 * day, { to: 'expired' }),
      eventAt(now - 2 * day, { from: 'expired', to: 'revoked' }),
      eventAt(now - day, { from: 'revoked', to: 'working' }),
      eventAt(now, { to: 'expired' }),
    ];
    await openOptions('#activity', { ...state, history });
    await screen.findByRole('list', { name: 'Today' });
    const headings = screen.getAllByRole('heading', { level: 3 });
    expect(headings.map(({ textContent }) => textContent)).toEqual([
      'Today',
      'Yesterday',
      expect.stringMatching(/^\w{3}, Mar \d+$/),
      expect.stringMatching(/^\w{3}, Mar \d+$/),
    ]);
    expect(shown()[1]).toMatch(/@alice is connected again.*X.*after 2 days/);
  });

  it('filters by kind and by account', async () => {
    const history = [
      eventAt(now - 9 * minute, { to: 'expired' }),
      eventAt(now - 8 * minute, { from: 'expired', to: 'working' }),
      eventAt(now - 7 * minute, { account: 'other', label: '@bob', from: 'absent', to: 'working' }),
    ];
    const { user } = await openOptions('#activity', { ...state, history });
    const kind = await screen.findByRole('combobox', { name: 'Kind' });
    for (const [name, words] of [
      ['Problems', '@alice expired'],
      ['Recoveries', '@alice is connected again'],
      ['Other', '@bob was added'],
    ] as const) {
      await user.selectOptions(kind, name);
      expect(shown()).toEqual([expect.stringContaining(words)]);
    }
    await user.selectOptions(kind, 'All changes');
    await user.type(screen.getByRole('searchbox', { name: 'Search accounts' }), 'bob');
    expect(shown()).toHaveLength(1);
    await user.type(screen.getByRole('searchbox', { name: 'Search accounts' }), 'by');
    expect(shown()).toEqual([]);
    expect(screen.getByText('No matching activity')).toBeTruthy();
  });

  it('says that nothing changed yet, and grows while the page is open', async () => {
    await openOptions('#activity', state);
    expect(await screen.findByText(/^No changes yet/)).toBeTruthy();
    await store({ ...state, history: [eventAt(now, { to: 'revoked' })] });
    await waitFor(() => expect(shown()).toHaveLength(1));
    expect(shown()[0]).toContain('@alice: access revoked');
  });
});

it('the activity can be filtered by client', async () => {
  const other = schedPilot([{ handle: 'bakery' }]);
  const bakery = { account: 'sp/instagram#bakery', label: '@bakery' };
  const history = [eventAt(now - 2 * minute, { to: 'expired' }), eventAt(now - minute, bakery)];
  const { user } = await openOptions('#activity', {
    connections: [...state.connections, other],
    history,
  });
  await screen.findByRole('list', { name: 'Today' });
  expect(shown()).toHaveLength(2);
  await user.selectOptions(screen.getByRole('combobox', { name: 'Client' }), 'Studio North');
  await waitFor(() => expect(shown()).toHaveLength(1));
  expect(shown()[0]).toContain('@bakery');
});

describe('a long history', () => {
  it('is shown in parts, the latest first', async () => {
    const history = Array.from({ length: 250 }, (_, i) => eventAt(now - (250 - i) * minute));
    const { user } = await openOptions('#activity', { ...state, history });
    await waitFor(() => expect(shown()).toHaveLength(100));
    const more = screen.getByRole('button', { name: 'Show more' });
    await user.click(more);
    await waitFor(() => expect(shown()).toHaveLength(200));
    await user.click(more);
    await waitFor(() => expect(shown()).toHaveLength(250));
    expect(screen.queryByRole('button', { name: 'Show more' })).toBeNull();
  });

  it('stays as far open as it was when something happens', async () => {
    const history = Array.from({ length: 150 }, (_, i) => eventAt(now - (250 - i) * minute));
    const { user } = await openOptions('#activity', { ...state, history });
    await user.click(await screen.findByRole('button', { name: 'Show more' }));
    await waitFor(() => expect(shown()).toHaveLength(150));
    const latest = eventAt(now, { from: 'expired', to: 'working' });
    await store({ ...state, history: [...history, latest] });
    await waitFor(() => expect(shown()).toHaveLength(151));
  });
});
