import { fireEvent, screen, waitFor, within } from '@testing-library/preact';
import { describe, expect, it } from 'vitest';
import { applyKeptTheme } from '@/utils/view/appearance';
import { stopAnswering } from '../background';
import { openOptions } from '../pages';
import { schedPilot, store } from '../stored';

const notify = { trouble: true, warning: true, recovery: true, refused: true };

describe('the alerts view', () => {
  it.each([
    ['5 minutes', 5],
    ['30 minutes', 30],
    ['1 hour', 60],
    ['6 hours', 360],
  ])('sends “Check every %s”', async (choice, checkEveryMinutes) => {
    const { user, sent } = await openOptions('#alerts');
    const every = screen.getByRole('combobox', { name: 'Check every' });
    expect(every).toHaveProperty('value', '15');
    await user.selectOptions(every, choice);
    await waitFor(() =>
      expect(sent).toEqual([{ name: 'changeSettings', command: { checkEveryMinutes } }]),
    );
  });

  it.each([
    ['An account stops working', 'trouble'],
    ['An account expires soon or has an unknown status', 'warning'],
    ['An account is connected again', 'recovery'],
    ['A key is rejected', 'refused'],
  ])('turns off the notification “%s”, and no other', async (name, kind) => {
    const { user, sent } = await openOptions('#alerts');
    const toggle = screen.getByRole('switch', { name });
    expect(toggle).toHaveProperty('checked', true);
    await user.click(toggle);
    const command = { notify: { [kind]: false } };
    await waitFor(() => expect(sent).toEqual([{ name: 'changeSettings', command }]));
  });

  it.each([
    ['From', 'from', '22:00', '21:15'],
    ['To', 'to', '07:00', '08:45'],
  ])('changes “%s” of the quiet hours, and no more', async (name, end, before, after) => {
    const settings = { quietHours: { on: true, from: '22:00', to: '07:00' } };
    const { sent } = await openOptions('#alerts', { settings });
    const field = within(screen.getByRole('group', { name: 'Quiet hours' })).getByLabelText(name);
    expect(field).toMatchObject({ type: 'time', value: before });
    fireEvent.change(field, { target: { value: '' } });
    fireEvent.change(field, { target: { value: after } });
    const command = { quietHours: { [end]: after } };
    await waitFor(() => expect(sent).toEqual([{ name: 'changeSettings', command }]));
  });

  it('turns on the quiet hours', async () => {
    const { user, sent } = await openOptions('#alerts');
    const toggle = screen.getByRole('switch', { name: 'Quiet hours' });
    expect(toggle).toHaveProperty('checked', false);
    await user.click(toggle);
    const command = { quietHours: { on: true } };
    await waitFor(() => expect(sent).toEqual([{ name: 'changeSettings', command }]));
  });

  it('says that hours with the same start and end are off', async () => {
    const words = 'Start and end are the same, so quiet hours are off.';
    const quietHours = { on: true, from: '22:00', to: '07:00' };
    await openOptions('#alerts', { settings: { quietHours } });
    expect(screen.queryByText(words)).toBeNull();
    await store({ settings: { quietHours: { ...quietHours, to: '22:00' } } });
    expect((await screen.findByText(words)).getAttribute('role')).toBe('status');
  });

  it('turns on the daily reminder', async () => {
    const { user, sent } = await openOptions('#alerts');
    const name = 'Remind me every day';
    const toggle = screen.getByRole('switch', { name });
    expect(toggle).toHaveProperty('checked', false);
    await user.click(toggle);
    const command = { remindDaily: true };
    await waitFor(() => expect(sent).toEqual([{ name: 'changeSettings', command }]));
  });

  it('turns on what is off', async () => {
    const settings = { loadPictures: false };
    const { user, sent } = await openOptions('#alerts', { settings });
    const name = 'Load account pictures from the platforms';
    await user.click(screen.getByRole('switch', { name }));
    const command = { loadPictures: true };
    await waitFor(() => expect(sent).toEqual([{ name: 'changeSettings', command }]));
  });

  it('shows what is stored, and follows changes', async () => {
    await openOptions('#alerts', { settings: { checkEveryMinutes: 60 } });
    expect(screen.getByRole('combobox', { name: 'Check every' })).toHaveProperty('value', '60');
    await store({ settings: { checkEveryMinutes: 5, notify: { ...notify, recovery: false } } });
    const recovery = screen.getByRole('switch', { name: 'An account is connected again' });
    await waitFor(() => expect(recovery).toHaveProperty('checked', false));
    expect(screen.getByRole('combobox', { name: 'Check every' })).toHaveProperty('value', '5');
  });

  it('asks to try again if a change fails', async () => {
    const { user } = await openOptions('#alerts');
    stopAnswering();
    await user.click(screen.getByRole('switch', { name: 'A key is rejected' }));
    const words = await screen.findByText('Something went wrong. Try again.');
    expect(words.getAttribute('role')).toBe('status');
  });

  it('sends a test notification, and says where to look if none is seen', async () => {
    const { user, sent } = await openOptions('#alerts');
    await user.click(screen.getByRole('button', { name: 'Send a test notification' }));
    await screen.findByText(/^Sent\. Didn’t see it/);
    expect(sent).toEqual([{ name: 'testNotification', command: {} }]);
  });
});

describe('the navigation', () => {
  const navigation = () => within(screen.getByRole('navigation'));

  it.each([
    ['', 'Connections'],
    ['#connections', 'Connections'],
    ['#accounts', 'Accounts'],
    ['#alerts', 'Alerts'],
    ['#no-such-view', 'Connections'],
  ])('shows for the hash “%s” the view %s', async (hash, view) => {
    await openOptions(hash, { connections: [schedPilot([])] });
    const current = navigation()
      .getAllByRole('link')
      .filter((link) => link.getAttribute('aria-current') === 'page');
    expect(current.map(({ textContent }) => textContent)).toEqual([view]);
  });

  it('leads from view to view', async () => {
    const { user } = await openOptions('#connections', { connections: [schedPilot([])] });
    await user.click(navigation().getByRole('link', { name: 'Alerts' }));
    expect(await screen.findByRole('combobox', { name: 'Check every' })).toBeTruthy();
    expect(screen.queryByRole('form')).toBeNull();
  });
});

describe('the appearance', () => {
  it('follows the system until a theme is chosen, and is kept for the next page', async () => {
    const { user, sent } = await openOptions('#alerts');
    const theme = screen.getByRole('combobox', { name: 'Theme' });
    expect(document.documentElement.dataset.theme).toBe('system');
    await user.selectOptions(theme, 'Dark');
    await waitFor(() =>
      expect(sent).toEqual([{ name: 'changeSettings', command: { theme: 'dark' } }]),
    );
    await store({ settings: { theme: 'dark' } });
    await waitFor(() => expect(document.documentElement.dataset.theme).toBe('dark'));
    delete document.documentElement.dataset.theme;
    applyKeptTheme();
    expect(document.documentElement.dataset.theme).toBe('dark');
    await store({ settings: { theme: 'system' } });
    await waitFor(() => expect(localStorage).toHaveLength(0));
  });

  it('sets the density of rows', async () => {
    const { user, sent } = await openOptions('#alerts');
    await user.selectOptions(screen.getByRole('combobox', { name: 'Density' }), 'Compact');
    await waitFor(() =>
      expect(sent).toEqual([{ name: 'changeSettings', command: { density: 'compact' } }]),
    );
  });
});
