import { fireEvent, screen, waitFor, within } from '@testing-library/preact';
import { describe, expect, it } from 'vitest';
import { openOptions } from '../pages';
import { minute, now, schedPilot, synposter } from '../stored';

const day = 24 * 60 * minute;
const state = {
  connections: [
    schedPilot([{ handle: 'gone', status: 'unlisted', statusSince: now - day }]),
    synposter([
      { handle: 'alice', status: 'expired', statusSince: now - 2 * day },
      { handle: 'fine', firstSeenAt: now - 9 * day },
    ]),
  ],
};

const table = () => screen.getByRole('table', { name: 'Accounts' });
const shown = () =>
  within(table())
    .queryAllByRole('rowheader')
    .map((header) => header.querySelector('a, button')?.textContent);
const row = (label: string) => {
  const found = within(table())
    .getAllByRole('row')
    .find((one) => within(one).queryByRole('link', { name: label }));
  if (!found) throw new Error(`No row ${label}`);
  return within(found);
};
const chosen = (label: string) => row(label).getByRole('checkbox', { name: `Select ${label}` });

describe('the table’s view', () => {
  it('is kept in the URL', async () => {
    const { user } = await openOptions('#accounts', state);
    await user.type(screen.getByRole('searchbox'), 'a');
    await user.selectOptions(screen.getByRole('combobox', { name: 'Show' }), 'Café Aroma');
    await user.click(screen.getByRole('button', { name: 'Since' }));
    await user.click(screen.getByRole('button', { name: 'Group' }));
    const kept = new URLSearchParams(location.hash.split('?')[1]);
    expect(Object.fromEntries(kept)).toEqual({
      search: 'a',
      show: 'client Café Aroma',
      sort: '-since',
      group: 'client',
    });
  });

  it('is read from the URL', async () => {
    await openOptions('#accounts?state=attention&hide=past+uptime', state);
    expect(shown()).toEqual(['@alice', '@gone']);
    const headings = within(table()).getAllByRole('columnheader');
    expect(headings.map(({ textContent }) => textContent?.trim())).toEqual([
      '',
      'Account',
      'Status',
      'Client',
      'Since',
      'Next step',
    ]);
  });

  it('hides and shows columns', async () => {
    const { user } = await openOptions('#accounts', state);
    await user.click(screen.getByRole('button', { name: 'Columns' }));
    const entry = await screen.findByRole('menuitemcheckbox', { name: 'Since' });
    expect(entry.getAttribute('aria-checked')).toBe('true');
    await user.click(entry);
    expect(within(table()).queryByRole('columnheader', { name: 'Since' })).toBeNull();
    expect(location.hash).toBe('#accounts?hide=since');
  });
});

describe('grouped by client', () => {
  it('has a heading for each client, with its state and uptime', async () => {
    const { user } = await openOptions('#accounts', state);
    await screen.findAllByRole('img', { name: /[Ii]ssue/ });
    await user.click(screen.getByRole('button', { name: 'Group' }));
    expect(shown()).toEqual(['Café Aroma', '@alice', '@fine', 'Studio North', '@gone']);
    const heading = screen.getByRole('button', { name: 'Café Aroma' }).closest('tr');
    expect(heading?.textContent).toContain('1 of 2 needs attention');
    expect(heading?.textContent).toMatch(/[\d.]+%/);
    expect(within(table()).queryByRole('columnheader', { name: 'Client' })).toBeNull();
  });

  it('closes and opens a client’s accounts', async () => {
    const { user } = await openOptions('#accounts?group=client', state);
    const client = screen.getByRole('button', { name: 'Café Aroma' });
    expect(client.getAttribute('aria-expanded')).toBe('true');
    await user.click(client);
    expect(shown()).toEqual(['Café Aroma', 'Studio North', '@gone']);
    await user.click(screen.getByRole('button', { name: 'Café Aroma' }));
    expect(shown()).toHaveLength(5);
  });
});

describe('selected accounts', () => {
  it('are muted together', async () => {
    const { user, sent } = await openOptions('#accounts', state);
    await user.click(chosen('@alice'));
    await user.click(chosen('@gone'));
    expect(screen.getByText('2 selected')).toBeTruthy();
    await user.click(screen.getByRole('button', { name: 'Mute' }));
    await user.click(await screen.findByRole('menuitem', { name: 'Mute until reconnected' }));
    const accounts = ['sy/p1/instagram#alice', 'sp/instagram#gone'];
    const command = { accounts, mute: { until: 'works' } };
    await waitFor(() => expect(sent).toEqual([{ name: 'muteAccounts', command }]));
    expect(screen.queryByText('2 selected')).toBeNull();
  });

  it('are forgotten together, but only if all are unlisted', async () => {
    const { user, sent } = await openOptions('#accounts', state);
    await user.click(screen.getByRole('checkbox', { name: 'Select all accounts' }));
    expect(screen.getByText('3 selected')).toBeTruthy();
    expect(screen.queryByRole('button', { name: 'I removed them' })).toBeNull();
    await user.click(screen.getByRole('button', { name: 'Clear selection' }));
    await user.click(chosen('@gone'));
    await user.click(screen.getByRole('button', { name: 'I removed them' }));
    const command = { accounts: ['sp/instagram#gone'] };
    await waitFor(() => expect(sent).toEqual([{ name: 'forgetAccounts', command }]));
  });

  it('are only those shown', async () => {
    const { user } = await openOptions('#accounts', state);
    await user.click(screen.getByRole('checkbox', { name: 'Select all accounts' }));
    await user.type(screen.getByRole('searchbox'), 'alice');
    expect(await screen.findByText('1 selected')).toBeTruthy();
  });
});

it('a row has the popup’s menu', async () => {
  const { user, sent } = await openOptions('#accounts', state);
  await user.click(row('@alice').getByRole('button', { name: 'More for @alice' }));
  const entries = (await screen.findAllByRole('menuitem')).map(({ textContent }) => textContent);
  expect(entries).toEqual([
    'Mute until reconnected',
    'Mute for 1 day',
    'Mute for 1 week',
    'Mute until I unmute it',
    'Copy a message for the client',
    'Move to client…',
    'Copy ID',
    'Details',
  ]);
  await user.click(screen.getByRole('menuitem', { name: 'Mute until I unmute it' }));
  const command = { accounts: ['sy/p1/instagram#alice'], mute: { until: 'always' } };
  await waitFor(() => expect(sent).toEqual([{ name: 'muteAccounts', command }]));
});

describe('details', () => {
  it('open beside the table and keep its view, and Escape closes them', async () => {
    const { user } = await openOptions('#accounts?search=a', state);
    await user.click(row('@alice').getByRole('link', { name: '@alice' }));
    const panel = within(await screen.findByRole('complementary', { name: 'Details' }));
    expect(panel.getByRole('heading', { name: '@alice' })).toBeTruthy();
    expect(table()).toBeTruthy();
    expect(location.hash).toContain('search=a');
    await user.keyboard('{Escape}');
    await waitFor(() => expect(screen.queryByRole('complementary')).toBeNull());
    expect(location.hash).toBe('#accounts?search=a');
  });

  it('close by their button', async () => {
    const key = encodeURIComponent('sy/p1/instagram#alice');
    const { user } = await openOptions(`#accounts?account=${key}`, state);
    await user.click(await screen.findByRole('button', { name: 'Close details' }));
    await waitFor(() => expect(screen.queryByRole('complementary')).toBeNull());
  });
});

it('a day says its date, its state and how long it lasted, under the pointer', async () => {
  await openOptions('#accounts', state);
  const bars =
    (await screen.findAllByRole('img', { name: /[Ii]ssue/ }))[0]?.parentElement ?? document.body;
  const strip = bars.firstElementChild ?? bars;
  strip.getBoundingClientRect = () => DOMRect.fromRect({ width: 90 });
  fireEvent(bars, new MouseEvent('pointermove', { clientX: 89.5 }));
  await within(bars).findByText('Mar 14 · Expired · 2 days');
  fireEvent.pointerLeave(bars);
  await waitFor(() => expect(within(bars).queryByText(/Expired/)).toBeNull());
});

describe('a client by hand', () => {
  it('is given to one account by its menu', async () => {
    const { user, sent } = await openOptions('#accounts', state);
    await user.click(row('@fine').getByRole('button', { name: 'More for @fine' }));
    await user.click(await screen.findByRole('menuitem', { name: 'Move to client…' }));
    const dialog = within(await screen.findByRole('dialog', { name: 'Move @fine to a client' }));
    const field = dialog.getByRole('combobox', { name: 'Client' });
    expect(field).toHaveProperty('value', 'Café Aroma');
    await user.clear(field);
    await user.type(field, ' Bakery ');
    await user.click(dialog.getByRole('button', { name: 'Move' }));
    const command = { accounts: ['sy/p1/instagram#fine'], client: 'Bakery' };
    await waitFor(() => expect(sent).toEqual([{ name: 'moveToClient', command }]));
    expect(screen.queryByRole('dialog')).toBeNull();
  });

  it('is taken from several accounts at once', async () => {
    const { user, sent } = await openOptions('#accounts', state);
    await user.click(chosen('@alice'));
    await user.click(chosen('@fine'));
    await user.click(screen.getByRole('button', { name: 'Move to client…' }));
    await screen.findByRole('dialog', { name: 'Move 2 accounts to a client' });
    await user.click(screen.getByRole('button', { name: 'Use default' }));
    const accounts = ['sy/p1/instagram#alice', 'sy/p1/instagram#fine'];
    await waitFor(() =>
      expect(sent).toEqual([{ name: 'moveToClient', command: { accounts, client: null } }]),
    );
  });

  it('names the account’s group', async () => {
    await openOptions('#accounts?group=client', {
      ...state,
      clients: { 'sy/p1/instagram#fine': 'Bakery' },
    });
    expect(shown()).toEqual(['Café Aroma', '@alice', 'Studio North', '@gone', 'Bakery', '@fine']);
  });
});

describe('texts to copy', () => {
  it('say how all accounts are', async () => {
    const { user } = await openOptions('#accounts', state);
    await user.click(screen.getByRole('button', { name: 'Copy status' }));
    await screen.findByText('Copied');
    const text = await navigator.clipboard.readText();
    expect(text).toContain('2 accounts need attention');
    expect(text).toMatch(/^- @alice \(Instagram, Café Aroma\): Expired$/m);
    expect(text).not.toContain('@fine');
  });

  it('say how one client’s accounts are', async () => {
    const { user } = await openOptions('#accounts?group=client', state);
    await user.click(screen.getByRole('button', { name: 'More for Studio North' }));
    await user.click(await screen.findByRole('menuitem', { name: 'Copy status' }));
    await screen.findByText('Copied');
    const text = await navigator.clipboard.readText();
    expect(text).toMatch(/^Studio North, /);
    expect(text).not.toContain('@alice');
  });

  it('ask a client to reconnect an account', async () => {
    const { user } = await openOptions('#accounts', state);
    await user.click(row('@alice').getByRole('button', { name: 'More for @alice' }));
    await user.click(
      await screen.findByRole('menuitem', { name: 'Copy a message for the client' }),
    );
    await screen.findByText('Copied');
    const text = await navigator.clipboard.readText();
    expect(text).toContain('your Instagram account @alice is no longer connected to Synposter');
    expect(text).toMatch(/1\. Sign in to Synposter: https:/);
  });
});

it('a whole client is muted by its group’s menu', async () => {
  const { user, sent } = await openOptions('#accounts?group=client', state);
  await user.click(screen.getByRole('button', { name: 'More for Café Aroma' }));
  await user.click(await screen.findByRole('menuitem', { name: 'Mute for 1 week' }));
  await waitFor(() => expect(sent).toHaveLength(1));
  expect(sent[0]).toMatchObject({
    name: 'muteAccounts',
    command: { accounts: ['sy/p1/instagram#alice', 'sy/p1/instagram#fine'] },
  });
});
