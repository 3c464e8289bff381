import { screen, waitFor, within } from '@testing-library/preact';
import { describe, expect, it, vi } from 'vitest';
import { relativeTime } from '@/utils/text/relative-time';
import { openOptions } from '../pages';
import { failed, good, minute, now, schedPilot, store, synposter } from '../stored';

const reads = { hour: Math.floor(now / (60 * minute)), used: 1 };
const state = {
  connections: [
    schedPilot([{ handle: 'alice' }], { state: { reads } }),
    synposter([{ handle: 'bob', status: 'expired' }, { handle: 'carol' }]),
  ],
};

function items() {
  return within(screen.getByRole('list', { name: 'Connections' })).getAllByRole('listitem');
}

/** The item of the connection that is called `label`. */
function itemOf(label: string) {
  const item = items().find((other) => within(other).queryByRole('heading', { name: label }));
  if (!item) throw new Error(`No connection ${label}`);
  return item;
}

const button = (label: string, name: string) => within(itemOf(label)).getByRole('button', { name });

describe('the list of connections', () => {
  it('shows each one’s service, key ending, checks and used reads', async () => {
    await openOptions('#connections', state);
    expect(items()).toHaveLength(2);
    const item = itemOf('Studio North');
    for (const part of [
      'SchedPilot',
      'key ending in 7h8',
      '1 account',
      `Checked ${relativeTime(now - 2 * minute, now)}`,
      `Next ${relativeTime(good.nextCheckAt, now)}`,
      '1 of 20 reads this hour',
    ]) {
      expect(item.textContent).toContain(part);
    }
  });

  it('counts profiles, accounts and those that need attention', async () => {
    await openOptions('#connections', state);
    const text = itemOf('Agency').textContent;
    expect(text).toContain('1 profile');
    expect(text).toContain('2 accounts');
    expect(text).toContain('1 account needs attention');
    expect(text).not.toContain('reads this hour');
  });

  it('says at each which others share accounts, and how many', async () => {
    const shared = [{ handle: 'alice' }, { handle: 'bob', status: 'expired' as const }];
    const other = schedPilot([...shared, { handle: 'carol' }], {
      id: 'sp2',
      label: 'Studio South',
    });
    await openOptions('#connections', { connections: [schedPilot(shared), other, synposter([])] });
    expect(itemOf('Studio North').textContent).toContain(
      'Shares 2 accounts with “Studio South”. Each is counted once.',
    );
    expect(itemOf('Studio South').textContent).toContain(
      'Shares 2 accounts with “Studio North”. Each is counted once.',
    );
    expect(itemOf('Agency').textContent).not.toContain('of the same accounts');
    expect(itemOf('Studio North').textContent).toContain('1 account needs attention');
    expect(itemOf('Studio South').textContent).toContain('3 accounts');
    expect(itemOf('Studio South').textContent).not.toContain('needs attention');
  });

  it('says it for one account, and not for a paused connection', async () => {
    const shared = [{ handle: 'alice' }];
    const other = (paused: boolean) => schedPilot(shared, { id: 'sp2', label: 'South', paused });
    await openOptions('#connections', { connections: [schedPilot(shared), other(false)] });
    const words = 'Shares 1 account with “South”. It’s counted once.';
    expect(itemOf('Studio North').textContent).toContain(words);
    await store({ connections: [schedPilot(shared), other(true)] });
    await waitFor(() => expect(itemOf('Studio North').textContent).not.toContain(words));
  });

  it('ignores reads of a past hour', async () => {
    const earlier = { reads: { hour: reads.hour - 1, used: 20 } };
    await openOptions('#connections', { connections: [schedPilot([], { state: earlier })] });
    expect(itemOf('Studio North').textContent).toContain('0 of 20 reads this hour');
  });

  it('says what is wrong', async () => {
    const check = { ...failed({ kind: 'server', status: 502 }), unreadable: 2 };
    await openOptions('#connections', { connections: [schedPilot([], { check })] });
    const item = itemOf('Studio North');
    expect(within(item).getByText('SchedPilot is having problems (error 502).')).toBeTruthy();
    expect(within(item).getByText('2 entries couldn’t be read.')).toBeTruthy();
    expect(item.textContent).not.toContain('answered');
  });

  it('says that nothing has been checked yet', async () => {
    await openOptions('#connections', { connections: [schedPilot(null, { check: null })] });
    expect(itemOf('Studio North').textContent).toContain('Not checked yet');
  });

  it('gives two steps to start while there is none', async () => {
    await openOptions('#connections');
    const steps = within(screen.getByRole('region', { name: 'Two steps to start' }));
    expect(steps.getAllByRole('listitem')).toHaveLength(2);
  });
});

describe('a connection’s buttons', () => {
  it('check it, and are busy while the check runs', async () => {
    const { user, sent } = await openOptions('#connections', state, {
      checkNow: { kind: 'started' },
    });
    await user.click(button('Agency', 'Check now'));
    await waitFor(() =>
      expect(sent).toEqual([{ name: 'checkNow', command: { connectionId: 'sy' } }]),
    );
    await store({ connections: [schedPilot([]), synposter([], { state: { askedAt: now } })] });
    await waitFor(() =>
      expect(button('Agency', 'Check now').getAttribute('aria-busy')).toBe('true'),
    );
    expect(button('Studio North', 'Check now').getAttribute('aria-busy')).toBe('false');
  });

  it('pause it', async () => {
    const { user, sent } = await openOptions('#connections', state);
    await user.click(button('Agency', 'Pause'));
    const command = { connectionId: 'sy', paused: true };
    await waitFor(() => expect(sent).toEqual([{ name: 'pauseConnection', command }]));
  });

  it('resume it without checking it', async () => {
    const paused = { connections: [schedPilot([], { paused: true })] };
    const { user, sent } = await openOptions('#connections', paused);
    expect(within(itemOf('Studio North')).getByText('Paused')).toBeTruthy();
    expect(button('Studio North', 'Check now')).toHaveProperty('disabled', true);
    await user.click(button('Studio North', 'Resume'));
    const command = { connectionId: 'sp', paused: false };
    await waitFor(() => expect(sent).toEqual([{ name: 'pauseConnection', command }]));
  });

  it('remove it after saying what is deleted', async () => {
    const { user, sent } = await openOptions('#connections', state);
    const modal = vi.spyOn(HTMLDialogElement.prototype, 'showModal');
    await user.click(button('Agency', 'Remove'));
    const dialog = await screen.findByRole('dialog', { name: 'Remove Agency?' });
    expect(modal).toHaveBeenCalledOnce();
    expect(
      within(dialog).getByText(
        'Its key, accounts and history are deleted from this browser. Nothing changes in Synposter.',
      ),
    ).toBeTruthy();
    expect(sent).toEqual([]);
    await user.click(within(dialog).getByRole('button', { name: 'Remove' }));
    await waitFor(() =>
      expect(sent).toEqual([{ name: 'removeConnection', command: { connectionId: 'sy' } }]),
    );
    expect(screen.queryByRole('dialog')).toBeNull();
  });

  it('keep it on Cancel', async () => {
    const { user, sent } = await openOptions('#connections', state);
    await user.click(button('Agency', 'Remove'));
    await user.click(await screen.findByRole('button', { name: 'Cancel' }));
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    expect(sent).toEqual([]);
  });
});

it('a rejected key is replaced from the connection’s own card', async () => {
  const check = failed({ kind: 'refused', status: 401 });
  const { user } = await openOptions('#connections', { connections: [schedPilot([], { check })] });
  await user.click(button('Studio North', 'Replace key'));
  await screen.findByRole('dialog', { name: 'Edit Studio North' });
});

it('a connection’s menu leads to its accounts', async () => {
  const { user } = await openOptions('#connections', state);
  await user.click(button('Agency', 'More for Agency'));
  await user.click(await screen.findByRole('menuitem', { name: 'Show accounts' }));
  expect(location.hash).toBe('#accounts?search=Agency');
});
