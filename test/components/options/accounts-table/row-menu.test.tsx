import { screen, waitFor, within } from '@testing-library/preact';
import { describe, expect, it } from 'vitest';
import { openOptions } from '../../pages';
import { rowOf, table, threeAccounts } from './table';

it('a row has the popup’s menu', async () => {
  const { user, sent } = await openOptions('#accounts', threeAccounts);
  await user.click(rowOf('@alice').getByRole('button', { name: 'More for @alice' }));
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

it('a whole client is muted by its group’s menu', async () => {
  const { user, sent } = await openOptions('#accounts?group=client', threeAccounts);
  await user.click(screen.getByRole('button', { name: 'More for Café Aroma' }));
  await user.click(await screen.findByRole('menuitem', { name: 'Mute for 1 week' }));
  await waitFor(() => expect(sent).toHaveLength(1));
  expect(sent[0]).toMatchObject({
    name: 'muteAccounts',
    command: { accounts: ['sy/p1/instagram#alice', 'sy/p1/instagram#fine'] },
  });
});

describe('texts to copy', () => {
  it('say how all accounts are', async () => {
    const { user } = await openOptions('#accounts', threeAccounts);
    await user.click(screen.getByRole('button', { name: 'Copy status' }));
    await screen.findByText('Copied');
    const text = await navigator.clipboard.readText();
    expect(text).toContain('2 accounts need attention');
    expect(text).toMatch(/^- @alice \(Instagram, Café Aroma\): Expired$/m);
    expect(text).not.toContain('@fine');
  });

  it('say how one client’s accounts are', async () => {
    const { user } = await openOptions('#accounts?group=client', threeAccounts);
    await user.click(screen.getByRole('button', { name: 'More for Studio North' }));
    await user.click(await screen.findByRole('menuitem', { name: 'Copy status' }));
    await screen.findByText('Copied');
    const text = await navigator.clipboard.readText();
    expect(text).toMatch(/^Studio North, /);
    expect(text).not.toContain('@alice');
  });

  it('ask a client to reconnect an account', async () => {
    const { user } = await openOptions('#accounts', threeAccounts);
    await user.click(rowOf('@alice').getByRole('button', { name: 'More for @alice' }));
    await user.click(
      await screen.findByRole('menuitem', { name: 'Copy a message for the client' }),
    );
    await screen.findByText('Copied');
    const text = await navigator.clipboard.readText();
    expect(text).toContain('your Instagram account @alice is no longer connected to Synposter');
    expect(text).toMatch(/1\. Sign in to Synposter: https:/);
  });
});

describe('details', () => {
  it('open beside the table and keep its view, and Escape closes them', async () => {
    const { user } = await openOptions('#accounts?search=a', threeAccounts);
    await user.click(rowOf('@alice').getByRole('link', { name: '@alice' }));
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
    const { user } = await openOptions(`#accounts?account=${key}`, threeAccounts);
    await user.click(await screen.findByRole('button', { name: 'Close details' }));
    await waitFor(() => expect(screen.queryByRole('complementary')).toBeNull());
  });
});
