import { screen, waitFor, within } from '@testing-library/preact';
import { describe, expect, it } from 'vitest';
import { comingTime } from '@/utils/text/relative-time';
import { heading, itemOf, itemsIn, openOptions, openPopup } from './pages';
import { hour, minute, now, schedPilot } from './stored';

const settings = { watchPosts: true };
const next = now + 5 * hour;
const posts = {
  readAt: now,
  scheduled: [
    { account: 'gone', times: [next, next + hour, next + 2 * hour, next + 3 * hour] },
    { account: 'failing', times: [next - hour] },
    { account: 'well', times: [next] },
  ],
  unreadable: 0,
};
const accounts = [
  { id: 'revoked', handle: 'revoked', status: 'revoked' },
  { id: 'gone', handle: 'gone', status: 'unlisted' },
  { id: 'failing', handle: 'failing', failedPosts: 3 },
  { id: 'well', handle: 'well' },
] as const;
const state = { settings, connections: [schedPilot(accounts, { posts })] };
const four = `4 posts at risk, next ${comingTime(next, now)}`;

describe('posts at risk', () => {
  it('are shown with each account in trouble in the popup, and sort it', async () => {
    await openPopup(state);
    expect(heading()).toBe('3 accounts need attention');
    const items = itemsIn('Needs attention');
    expect(items.map((item) => item.querySelector('bdi')?.textContent)).toEqual([
      '@failing',
      '@gone',
      '@revoked',
    ]);
    expect(within(itemOf('@gone')).getByText(four)).toBeTruthy();
    expect(itemOf('@failing').textContent).toContain('1 post at risk, ');
    expect(itemOf('@revoked').textContent).not.toContain('at risk');
    expect(itemOf('@well').textContent).not.toContain('at risk');
  });

  it('include failing posts of an account', async () => {
    await openPopup(state);
    const item = itemOf('@failing');
    expect(within(item).getByText('Posts failing')).toBeTruthy();
    expect(within(item).getByRole('button', { name: 'Open SchedPilot' })).toBeTruthy();
  });

  it('are not shown while posts are not monitored', async () => {
    await openPopup({ ...state, settings: { watchPosts: false } });
    expect(itemOf('@gone').textContent).not.toContain('at risk');
  });

  const event = {
    id: 'x@1>posts-failing',
    at: now - minute,
    account: 'x',
    label: '@failing',
    platform: 'instagram',
    from: 'working' as const,
    to: 'posts-failing' as const,
  };

  it('are shown in the accounts table', async () => {
    await openOptions('#accounts', state);
    const row = screen.getByRole('row', { name: /@gone/ });
    expect(row.textContent).toContain(four);
  });

  it('are shown in the activity', async () => {
    await openOptions('#activity', { ...state, history: [event] });
    expect(await screen.findByText('@failing: posts are failing')).toBeTruthy();
  });
});

describe('the switch for posts', () => {
  const name = 'Watch scheduled and failed posts';

  it.each([true, false])('is off at first, and toggles (now %o)', async (watchPosts) => {
    const before = watchPosts ? {} : { settings };
    const { user, sent } = await openOptions('#alerts', before);
    const toggle = screen.getByRole('switch', { name });
    expect(toggle).toHaveProperty('checked', !watchPosts);
    await user.click(toggle);
    const command = { watchPosts };
    await waitFor(() => expect(sent).toEqual([{ name: 'changeSettings', command }]));
  });

  it('says that it uses reads', async () => {
    await openOptions('#alerts');
    const id = screen.getByRole('switch', { name }).getAttribute('aria-describedby');
    expect(document.getElementById(id ?? '')?.textContent).toContain('part of the hourly reads');
  });
});

describe('a connection whose posts cannot be read', () => {
  const off = {
    scheduled: [],
    unreadable: 0,
    off: { reason: 'unknown-word', word: 'held' },
  } as const;
  const words = /unknown post status \(“held”\), .* turn “Watch scheduled and failed posts” off/;

  it('says why, and how to try again', async () => {
    await openOptions('#connections', {
      settings,
      connections: [schedPilot([], { posts: { ...off, scheduled: [] } })],
    });
    expect(screen.getByText(words)).toBeTruthy();
  });

  it('says nothing about it while posts are not monitored', async () => {
    await openOptions('#connections', {
      connections: [schedPilot([], { posts: { ...off, scheduled: [] } })],
    });
    expect(screen.queryByText(words)).toBeNull();
  });
});
