import { screen, waitFor, within } from '@testing-library/preact';
import { describe, expect, it } from 'vitest';
import type { ServiceError } from '@/utils/services/result';
import type { ConnectionState } from '@/utils/state/connection';
import { heading, openOptions, openPopup } from './pages';
import { failed, minute, now, schedPilot, synposter } from './stored';

const team = (changes: Parameters<typeof schedPilot>[1] = {}) =>
  schedPilot([{ handle: 'alice' }], { id: 'managed:team', managed: true, keyHint: '', ...changes });
/** One whose profiles are to be found by themselves, and are not yet. */
const agency = (state: ConnectionState = {}) =>
  synposter(null, {
    id: 'managed:agency',
    managed: true,
    profiles: [],
    profilesFrom: 'all',
    state,
  });
const networkError: ServiceError = { kind: 'network' };
const refused = failed({ kind: 'refused', status: 403 });
const setByOrganization = 'Managed by your organization';

function itemOf(label: string): HTMLElement {
  const item = screen.getByRole('heading', { name: label, level: 3 }).closest('li');
  if (!item) throw new Error(`${label} is not in a list`);
  return item;
}

const buttonsOf = (label: string) =>
  within(itemOf(label))
    .getAllByRole('button')
    .map((button) => button.getAttribute('aria-label') ?? button.textContent);

describe('a connection set by the organization', () => {
  it('says so, and can only be checked and paused', async () => {
    const own = synposter([], { label: 'Mine' });
    const { user, sent } = await openOptions('#connections', { connections: [team(), own] });
    expect(itemOf('Studio North').textContent).toContain(setByOrganization);
    expect(buttonsOf('Studio North')).toEqual(['Check now', 'Pause', 'More for Studio North']);
    expect(itemOf('Mine').textContent).not.toContain(setByOrganization);
    expect(buttonsOf('Mine')).toContain('Edit');
    await user.click(within(itemOf('Studio North')).getByRole('button', { name: 'Pause' }));
    const command = { connectionId: 'managed:team', paused: true };
    await waitFor(() => expect(sent).toEqual([{ name: 'pauseConnection', command }]));
  });

  it('is not opened in the form, whatever the URL says', async () => {
    await openOptions('#connections?edit=managed:team', { connections: [team()] });
    expect(screen.queryByRole('form')).toBeNull();
  });

  it.each<[ServiceError, string, string]>([
    [{ kind: 'refused', status: 403 }, 'SchedPilot rejected this key.', 'Try again'],
    [{ kind: 'profile-unknown' }, 'SchedPilot can’t find this profile', 'Try again'],
    [{ kind: 'no-key' }, 'policy no longer includes a SchedPilot key', 'Try again'],
    [{ kind: 'no-permission' }, 'is blocking Still Connected', 'Grant access'],
  ])('says who fixes %o', async (error, words, button) => {
    await openPopup({ connections: [team({ check: failed(error) })] });
    const alert = screen.getByRole('alert');
    expect(alert.textContent).toContain(words);
    expect(alert.textContent?.includes('Contact your administrator')).toBe(button === 'Try again');
    expect(within(alert).getByRole('button', { name: button })).toBeTruthy();
  });

  it('is “finding accounts” until its profiles are known', async () => {
    await openPopup({ connections: [agency()] });
    expect(heading()).toBe('Finding your accounts…');
    expect(screen.queryByRole('alert')).toBeNull();
  });

  it('says why its profiles cannot be listed', async () => {
    const profilesCheck = { at: now - minute, nextAt: now + minute, error: networkError };
    await openPopup({ connections: [agency({ profilesCheck })] });
    expect(heading()).toBe('Can’t check your accounts');
    expect(screen.getByRole('alert').textContent).toContain('Couldn’t reach Synposter.');
  });

  it('says in the list who fixes its rejected key', async () => {
    await openOptions('#connections', { connections: [team({ check: refused })] });
    expect(itemOf('Studio North').textContent).toContain('Contact your administrator');
  });
});

describe('unreadable parts of a policy', () => {
  it('are named by their paths', async () => {
    const policy = { unreadable: ['connections[1]', 'settings.loadPictures'] };
    await openOptions('#connections', { policy });
    expect(
      await screen.findByText(/couldn’t be read \(connections\[1\], settings\.loadPictures\)/),
    ).toBeTruthy();
  });

  it('are not mentioned if there are none', async () => {
    await openOptions('#connections');
    expect(screen.queryByText(/your organization set could not be read/)).toBeNull();
  });
});

describe('settings set by the organization', () => {
  const policy = {
    settings: { checkEveryMinutes: 5, notify: { recovery: false }, loadPictures: false },
  } as const;
  const held = ['An account is connected again', 'Load account pictures from the platforms'];
  const free = ['An account stops working', 'A key is rejected'];

  it('are in force and locked', async () => {
    await openOptions('#alerts', { policy });
    const every = screen.getByRole('combobox', { name: 'Check every' });
    await waitFor(() => expect(every).toMatchObject({ value: '5', disabled: true }));
    expect(screen.getAllByText(setByOrganization)).toHaveLength(3);
    for (const name of held) {
      expect(screen.getByRole('switch', { name })).toMatchObject({
        checked: false,
        disabled: true,
      });
    }
  });

  it.each([
    [{ on: true, from: '20:00', to: '08:00' }, [true, true, true]],
    [{ from: '20:00' }, [false, true, false]],
  ])('lock the parts of the quiet hours that they set: %o', async (quietHours, locked) => {
    const settings = { quietHours: { on: true, from: '22:00', to: '07:00' } };
    await openOptions('#alerts', { policy: { settings: { quietHours } }, settings });
    const from = await screen.findByDisplayValue('20:00');
    const controls = [screen.getByRole('switch', { name: 'Quiet hours' }), from];
    const all = [...controls, screen.getByLabelText('To')];
    await waitFor(() =>
      expect(all.map((control) => control.hasAttribute('disabled'))).toEqual(locked),
    );
    expect(screen.getAllByText(setByOrganization)).toHaveLength(1);
  });

  it('leave other settings to people', async () => {
    const { user, sent } = await openOptions('#alerts', { policy });
    await screen.findAllByText(setByOrganization);
    for (const name of free) await user.click(screen.getByRole('switch', { name }));
    await waitFor(() => expect(sent).toHaveLength(2));
  });
});
