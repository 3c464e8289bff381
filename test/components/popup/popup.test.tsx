import { cleanup, screen, waitFor, within } from '@testing-library/preact';
import { describe, expect, it } from 'vitest';
import { relativeTime } from '@/utils/text/relative-time';
import { heading, openedTabs, openPopup } from '../pages';
import { failed, good, minute, now, schedPilot, store, synposter } from '../stored';

const alice = { handle: 'alice' };
const expired = { handle: 'bob', status: 'expired' } as const;

const line = () => screen.getByRole('heading', { level: 1 }).nextElementSibling?.textContent;

describe('the heading', () => {
  it('counts one account that needs attention', async () => {
    await openPopup({ connections: [synposter([alice, expired])] });
    expect(heading()).toBe('1 account needs attention');
  });

  it('counts several accounts that need attention, of every connection', async () => {
    const gone = { handle: 'carol', status: 'unlisted' } as const;
    await openPopup({ connections: [synposter([alice, expired]), schedPilot([gone])] });
    expect(heading()).toBe('2 accounts need attention');
  });

  it('says that all accounts are connected', async () => {
    await openPopup({ connections: [schedPilot([alice, { handle: 'carol' }])] });
    expect(heading()).toBe('All 2 accounts connected');
  });

  it('has a ring with a tick while all are connected, else with the number that counts', async () => {
    const inRing = (name: string) => screen.getByRole('img', { name }).textContent;
    await openPopup({ connections: [schedPilot([alice, { handle: 'carol' }])] });
    expect(inRing('2 connected')).toBe('');
    cleanup();
    await openPopup({ connections: [synposter([alice, expired])] });
    expect(inRing('1 connected · 1 account needs attention')).toBe('1');
  });

  it('says that no accounts are connected yet if the list is empty', async () => {
    await openPopup({ connections: [schedPilot([])] });
    expect(heading()).toBe('No accounts connected yet');
    expect(screen.getByText(/^Your key works/)).toBeTruthy();
  });

  it.each([
    ['SchedPilot', 'schedpilot'],
    ['Synposter', 'synposter'],
  ])('asks for an API key if there is none, and leads to the form for %s', async (name, id) => {
    const { user } = await openPopup();
    expect(heading()).toBe('Add an API key to start');
    expect(screen.queryByRole('searchbox')).toBeNull();
    await user.click(screen.getByRole('button', { name: `Connect ${name}` }));
    await waitFor(async () =>
      expect(await openedTabs()).toEqual([
        expect.stringMatching(new RegExp(`/options\\.html#connections\\?add=${id}$`)),
      ]),
    );
  });

  it('says that accounts are being found during the first check', async () => {
    await openPopup({ connections: [schedPilot(null, { check: null })] });
    expect(heading()).toBe('Finding your accounts…');
  });

  it('says that accounts cannot be checked if no check ever worked', async () => {
    const check = failed({ kind: 'refused', status: 401 });
    await openPopup({ connections: [schedPilot(null, { check })] });
    expect(heading()).toBe('Can’t check your accounts');
  });

  it('counts a paused connection’s accounts as not checked, not as in trouble', async () => {
    const paused = synposter([expired], { paused: true });
    await openPopup({ connections: [schedPilot([alice]), paused] });
    expect(heading()).toBe('1 account not checked');
    expect(line()).toContain('1 connected');
    expect(line()).toContain('1 paused');
    const notChecked = screen.getByRole('region', { name: 'Not checked' });
    expect(within(notChecked).getByText('@bob')).toBeTruthy();
    expect(screen.queryByRole('region', { name: 'Needs attention' })).toBeNull();
  });

  it('says that every connection is paused, and offers no check', async () => {
    const paused = [
      synposter([expired], { paused: true }),
      schedPilot(null, { check: null, paused: true }),
    ];
    await openPopup({ connections: paused });
    expect(heading()).toBe('All connections are paused');
    expect(screen.getByRole('button', { name: 'Check now' })).toHaveProperty('disabled', true);
  });

  it('does not call muted trouble fine', async () => {
    await openPopup({ connections: [synposter([{ ...expired, mute: { until: 'always' } }])] });
    expect(heading()).toBe('All quiet (1 muted)');
  });

  it('follows what is stored while the popup is open', async () => {
    await openPopup({ connections: [synposter([alice])] });
    await store({ connections: [synposter([alice, expired])] });
    expect(await screen.findByRole('heading', { name: '1 account needs attention' })).toBeTruthy();
  });
});

describe('the line under the heading', () => {
  it('says when the accounts were checked', async () => {
    await openPopup({ connections: [schedPilot([alice])] });
    expect(line()).toBe(`Checked ${relativeTime(now - 2 * minute, now)}`);
  });

  it('says “last checked” while checks fail and the data is up to date', async () => {
    const listedAt = now - 5 * minute;
    const check = failed({ kind: 'timeout' }, listedAt);
    await openPopup({ connections: [schedPilot([alice], { check })] });
    expect(line()).toBe(`Last checked ${relativeTime(listedAt, now)}`);
  });

  it('tells connected from not checked', async () => {
    const check = failed({ kind: 'refused', status: 401 }, now - 120 * minute);
    const rejected = synposter([{ handle: 'bob' }, { handle: 'carol' }], { check });
    await openPopup({ connections: [schedPilot([alice]), rejected] });
    expect(heading()).toBe('2 accounts not checked');
    expect(line()).toContain('1 connected · 2 not checked for 2 hours');
    expect(screen.getByRole('img', { name: '1 connected · 2 not checked' })).toBeTruthy();
  });

  it('says how old the data is when checks fail', async () => {
    const listedAt = now - 120 * minute;
    const check = failed({ kind: 'timeout' }, listedAt);
    await openPopup({ connections: [schedPilot([alice], { check })] });
    expect(line()).toBe('1 not checked for 2 hours');
  });

  it('says how old the data is after three intervals without a check', async () => {
    const listedAt = now - 46 * minute;
    await openPopup({ connections: [schedPilot([alice], { check: { ...good, listedAt } })] });
    expect(line()).toBe('1 not checked for 46 minutes');
  });
});

describe('the links', () => {
  it('lead to the options page by Settings', async () => {
    const { user } = await openPopup({ connections: [schedPilot([alice])] });
    await user.click(screen.getByRole('button', { name: 'Settings' }));
    await waitFor(async () =>
      expect(await openedTabs()).toEqual([expect.stringMatching(/\/options\.html#connections$/)]),
    );
  });

  it('lead to all accounts and their history', async () => {
    await openPopup({ connections: [schedPilot([alice])] });
    const link = screen.getByRole('link', { name: 'All accounts' });
    expect(link.getAttribute('href')).toBe('/options.html#accounts');
    expect(link.getAttribute('target')).toBe('_blank');
  });

  it('stand beside the time of the next check', async () => {
    await openPopup({ connections: [schedPilot([alice])] });
    expect(screen.getByText(/^Next check/).textContent).toBe(
      `Next check ${relativeTime(good.nextCheckAt, now)}`,
    );
  });
});
