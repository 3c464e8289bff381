import { screen, waitFor, within } from '@testing-library/preact';
import { describe, expect, it } from 'vitest';
import type { SaveReply } from '@/utils/commands/messages';
import { timeInWords } from '@/utils/text/relative-time';
import { stopAnswering } from '../background';
import { openOptions } from '../pages';
import { failed, minute, now, schedPilot, store, synposter } from '../stored';

const schedPilotKey = ['smm', 'abcdefgh1234567h8'].join('_');
const synposterKey = ['sk', 'live', 'abcdefgh1234567x9z'].join('_');
const until = now + 60 * minute;

const form = () => within(screen.getByRole('form', { name: 'Add a connection' }));
const keyField = () => form().getByLabelText<HTMLInputElement>('API key');
/** What the form says, or the page once the form is closed. */
const result = () =>
  screen
    .getAllByRole('status')
    .map(({ textContent }) => textContent)
    .join('');

async function save(service: 'SchedPilot' | 'Synposter', reply: SaveReply, profileIds = '') {
  const { user } = await openOptions('#connections', {}, { addConnection: reply });
  await user.click(form().getByRole('radio', { name: service }));
  await user.click(keyField());
  await user.paste(service === 'SchedPilot' ? schedPilotKey : synposterKey);
  if (profileIds) {
    await user.type(await form().findByRole('textbox', { name: 'Profile ID' }), profileIds);
  }
  await user.click(form().getByRole('button', { name: 'Test and save' }));
}

const saved: SaveReply = { kind: 'saved', connectionId: 'new' };

describe('“Test and save”', () => {
  const failures: [string, SaveReply][] = [
    [
      'Synposter rejected this key. It may have been mistyped, revoked or replaced.',
      { kind: 'failed', error: { kind: 'refused', status: 401 } },
    ],
    [
      'Profile p2: Synposter can’t find this profile, or it belongs to another developer account.',
      { kind: 'failed', error: { kind: 'profile-unknown' }, profileId: 'p2' },
    ],
    [
      'Profile p1: That’s not a valid Synposter profile ID.',
      { kind: 'failed', error: { kind: 'bad-request' }, profileId: 'p1' },
    ],
    [
      'Got a web page instead of Synposter’s answer. Are you behind a network sign-in page?',
      { kind: 'failed', error: { kind: 'unreadable', reason: 'html' } },
    ],
    ['Couldn’t reach Synposter.', { kind: 'failed', error: { kind: 'network' } }],
    ['Synposter took too long to answer.', { kind: 'failed', error: { kind: 'timeout' } }],
    [
      `Synposter’s request limit is used up. Checks resume ${timeInWords(until, now)}.`,
      { kind: 'failed', error: { kind: 'rate-limited', until } },
    ],
    ['You’re offline.', { kind: 'failed', error: { kind: 'offline' } }],
    [
      'Your browser is blocking Still Connected from reaching Synposter.',
      { kind: 'failed', error: { kind: 'no-permission' } },
    ],
    [
      'Your key works, but it has no profiles yet. Create one in Synposter and try again.',
      { kind: 'no-profiles' },
    ],
    [
      'This key can’t list profiles in Synposter. Enter the ID of the profile to watch.',
      { kind: 'profiles-hidden' },
    ],
  ];

  it.each(failures)('says “%s” and keeps what was entered', async (words, reply) => {
    await save('Synposter', reply, 'p1,p2');
    await waitFor(() => expect(result()).toBe(words));
    expect(keyField().value).toBe(synposterKey);
  });

  it('does not name the only profile entered', async () => {
    const error = { kind: 'profile-unknown' } as const;
    await save('Synposter', { kind: 'failed', error, profileId: 'p1' }, 'p1');
    await waitFor(() =>
      expect(result()).toBe(
        'Synposter can’t find this profile, or it belongs to another developer account.',
      ),
    );
  });

  it('asks to try again if the background gives no answer', async () => {
    const { user } = await openOptions('#connections');
    stopAnswering();
    await user.type(keyField(), schedPilotKey);
    await user.click(form().getByRole('button', { name: 'Test and save' }));
    await waitFor(() => expect(result()).toBe('Something went wrong. Try again.'));
  });

  describe('with a key that another connection has', () => {
    const sameKey: SaveReply = { kind: 'same-key', connectionId: 'sp', label: 'Studio North' };
    const says = 'This key is already used by “Studio North”.';

    async function saveSame(changes: Parameters<typeof schedPilot>[1] = {}) {
      const state = { connections: [schedPilot([], changes), synposter([])] };
      const replies = { addConnection: sameKey, editConnection: sameKey };
      const { user } = await openOptions('#connections', state, replies);
      await user.click(screen.getByRole('button', { name: 'Add connection' }));
      await user.type(keyField(), schedPilotKey);
      await user.click(form().getByRole('button', { name: 'Test and save' }));
      await waitFor(() => expect(result()).toBe(says));
      return user;
    }

    it('names that one, and leads to it', async () => {
      const user = await saveSame();
      await user.click(form().getByRole('button', { name: 'Edit Studio North' }));
      const editing = within(await screen.findByRole('form', { name: 'Edit Studio North' }));
      expect(location.hash).toBe('#connections?edit=sp');
      expect(editing.getByLabelText('API key')).toHaveProperty('value', '');
      expect(editing.getByRole('status').textContent).toBe('');
      expect(document.documentElement.outerHTML).not.toContain(schedPilotKey);
    });

    it('leads from an edited one to the other', async () => {
      const user = await saveSame();
      location.hash = '#connections?edit=sy';
      const editing = within(await screen.findByRole('form', { name: 'Edit Agency' }));
      await user.type(editing.getByLabelText('API key'), synposterKey);
      await user.click(editing.getByRole('button', { name: 'Test and save' }));
      await waitFor(() => expect(editing.getByRole('status').textContent).toBe(says));
      await user.click(editing.getByRole('button', { name: 'Edit Studio North' }));
      expect(await screen.findByRole('form', { name: 'Edit Studio North' })).toBeTruthy();
    });

    it('leads to none that an organization set', async () => {
      await saveSame({ managed: true });
      expect(form().queryByRole('button', { name: 'Edit Studio North' })).toBeNull();
    });

    it('stops leading there once another mistake is made', async () => {
      const user = await saveSame();
      await user.clear(keyField());
      await user.click(form().getByRole('button', { name: 'Test and save' }));
      await waitFor(() => expect(result()).toBe('Enter an API key.'));
      expect(form().queryByRole('button', { name: 'Edit Studio North' })).toBeNull();
    });
  });

  it('is busy while the key is tested, and tests it once', async () => {
    const never = new Promise<SaveReply>(() => undefined);
    const { user, sent } = await openOptions('#connections', {}, { addConnection: never });
    await user.type(keyField(), schedPilotKey);
    const button = form().getByRole('button', { name: 'Test and save' });
    await user.click(button);
    await waitFor(() => expect(button.getAttribute('aria-busy')).toBe('true'));
    await user.click(button);
    expect(result()).toBe('Checking key…');
    expect(sent).toHaveLength(1);
  });

  it('counts the accounts found, and leaves no trace of the key', async () => {
    await save('SchedPilot', saved);
    await waitFor(() => expect(result()).toBe('Connected. Finding accounts…'));
    const accounts = [{ handle: 'alice' }, { handle: 'bob' }];
    await store({ connections: [schedPilot(accounts, { id: 'new' })] });
    await waitFor(() => expect(result()).toBe('Connected. Found 2 accounts.'));
    expect(screen.queryByRole('form')).toBeNull();
    expect(document.documentElement.outerHTML).not.toContain(schedPilotKey);
  });

  it('says what is wrong if the first check failed', async () => {
    await save('Synposter', saved);
    const check = failed({ kind: 'server', status: 502 });
    await store({ connections: [synposter(null, { id: 'new', check })] });
    await waitFor(() => expect(result()).toBe('Synposter is having problems (error 502).'));
  });

  const profiles = [{ id: 'p1' }, { id: 'p2' }];
  it.each([
    ['Connected. Found 1 account.', schedPilot([{ handle: 'alice' }], { id: 'new' })],
    ['Connected. Your key works, but there are no accounts yet.', schedPilot([], { id: 'new' })],
    ['Connected. Found 1 account in 1 profile.', synposter([{ handle: 'alice' }], { id: 'new' })],
    [
      'Connected. Found 2 accounts in 2 profiles.',
      synposter([{ handle: 'alice' }], { id: 'new', profiles }),
    ],
  ])('says “%s”', async (words, connection) => {
    const service = connection.connection.service === 'schedpilot' ? 'SchedPilot' : 'Synposter';
    await save(service, saved);
    await store({ connections: [connection] });
    await waitFor(() => expect(result()).toBe(words));
  });
});
