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
const result = () => form().getByRole('status').textContent;

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
      'Synposter refuses this key. It may be mistyped, revoked or replaced.',
      { kind: 'failed', error: { kind: 'refused', status: 401 } },
    ],
    [
      'Profile p2: Synposter knows no such profile, or it belongs to another developer.',
      { kind: 'failed', error: { kind: 'profile-unknown' }, profileId: 'p2' },
    ],
    [
      'Profile p1: Synposter says that this is not a valid profile ID.',
      { kind: 'failed', error: { kind: 'bad-request' }, profileId: 'p1' },
    ],
    [
      'A web page came in place of Synposter’s answer. A network sign-in page may be in the way.',
      { kind: 'failed', error: { kind: 'unreadable', reason: 'html' } },
    ],
    ['Synposter could not be reached.', { kind: 'failed', error: { kind: 'network' } }],
    ['Synposter did not answer in time.', { kind: 'failed', error: { kind: 'timeout' } }],
    [
      `Synposter has had too many requests for now. Checks go on ${timeInWords(until, now)}.`,
      { kind: 'failed', error: { kind: 'rate-limited', until } },
    ],
    ['You are offline.', { kind: 'failed', error: { kind: 'offline' } }],
    [
      'The browser no longer lets Still Connected reach Synposter.',
      { kind: 'failed', error: { kind: 'no-permission' } },
    ],
    [
      'The key works, but it has no profiles yet. Create one at Synposter and try again.',
      { kind: 'no-profiles' },
    ],
    [
      'Synposter does not tell this key its profiles. Type the profile ID to watch.',
      { kind: 'profiles-hidden' },
    ],
  ];

  it.each(failures)('says “%s” and keeps what was entered', async (words, reply) => {
    await save('Synposter', reply, 'p1,p2');
    await waitFor(() => expect(result()).toBe(words));
    expect(keyField().value).toBe(synposterKey);
  });

  it('does not name the profile where only one was entered', async () => {
    const error = { kind: 'profile-unknown' } as const;
    await save('Synposter', { kind: 'failed', error, profileId: 'p1' }, 'p1');
    await waitFor(() =>
      expect(result()).toBe('Synposter knows no such profile, or it belongs to another developer.'),
    );
  });

  it('asks to try again where the background gives no answer', async () => {
    const { user } = await openOptions('#connections');
    stopAnswering();
    await user.type(keyField(), schedPilotKey);
    await user.click(form().getByRole('button', { name: 'Test and save' }));
    await waitFor(() => expect(result()).toBe('That did not work. Please try again.'));
  });

  describe('where another connection has the key already', () => {
    const sameKey: SaveReply = { kind: 'same-key', connectionId: 'sp', label: 'Studio North' };
    const says = 'This key is already used by “Studio North”.';

    async function saveSame(changes: Parameters<typeof schedPilot>[1] = {}) {
      const state = { connections: [schedPilot([], changes), synposter([])] };
      const replies = { addConnection: sameKey, editConnection: sameKey };
      const { user } = await openOptions('#connections', state, replies);
      await user.type(keyField(), schedPilotKey);
      await user.click(form().getByRole('button', { name: 'Test and save' }));
      await waitFor(() => expect(result()).toBe(says));
      return user;
    }

    it('says which one, and leads to it', async () => {
      const user = await saveSame();
      await user.click(form().getByRole('button', { name: 'Edit Studio North' }));
      const editing = within(await screen.findByRole('form', { name: 'Edit Studio North' }));
      expect(location.hash).toBe('#connections?edit=sp');
      expect(editing.getByLabelText('API key')).toHaveProperty('value', '');
      expect(editing.getByRole('status').textContent).toBe('');
      expect(document.documentElement.outerHTML).not.toContain(schedPilotKey);
    });

    it('leads from one that is edited to the other', async () => {
      const user = await saveSame();
      location.hash = '#connections?edit=sy';
      const editing = within(await screen.findByRole('form', { name: 'Edit Agency' }));
      await user.type(editing.getByLabelText('API key'), synposterKey);
      await user.click(editing.getByRole('button', { name: 'Test and save' }));
      await waitFor(() => expect(editing.getByRole('status').textContent).toBe(says));
      await user.click(editing.getByRole('button', { name: 'Edit Studio North' }));
      expect(await screen.findByRole('form', { name: 'Edit Studio North' })).toBeTruthy();
    });

    it('leads to none that an organization has set', async () => {
      await saveSame({ managed: true });
      expect(form().queryByRole('button', { name: 'Edit Studio North' })).toBeNull();
    });

    it('leads there no more once something else is wrong with what was entered', async () => {
      const user = await saveSame();
      await user.clear(keyField());
      await user.click(form().getByRole('button', { name: 'Test and save' }));
      await waitFor(() => expect(result()).toBe('Enter an API key.'));
      expect(form().queryByRole('button', { name: 'Edit Studio North' })).toBeNull();
    });
  });

  it('is busy while the key is tried, and tries it once', async () => {
    const never = new Promise<SaveReply>(() => undefined);
    const { user, sent } = await openOptions('#connections', {}, { addConnection: never });
    await user.type(keyField(), schedPilotKey);
    const button = form().getByRole('button', { name: 'Test and save' });
    await user.click(button);
    await waitFor(() => expect(button.getAttribute('aria-busy')).toBe('true'));
    await user.click(button);
    expect(result()).toBe('Testing…');
    expect(sent).toHaveLength(1);
  });

  it('counts the accounts that were found, and leaves no trace of the key', async () => {
    await save('SchedPilot', saved);
    await waitFor(() => expect(result()).toBe('Saved. Looking for accounts…'));
    const accounts = [{ handle: 'alice' }, { handle: 'bob' }];
    await store({ connections: [schedPilot(accounts, { id: 'new' })] });
    await waitFor(() => expect(result()).toBe('Saved. 2 accounts found.'));
    expect(keyField().value).toBe('');
    expect(document.documentElement.outerHTML).not.toContain(schedPilotKey);
  });

  it('says what is wrong where the first check of what was saved failed', async () => {
    await save('Synposter', saved);
    const check = failed({ kind: 'server', status: 502 });
    await store({ connections: [synposter(null, { id: 'new', check })] });
    await waitFor(() => expect(result()).toBe('Synposter has a problem of its own (error 502).'));
  });

  const profiles = [{ id: 'p1' }, { id: 'p2' }];
  it.each([
    ['Saved. 1 account found.', schedPilot([{ handle: 'alice' }], { id: 'new' })],
    ['Saved. The key works; no accounts are connected yet.', schedPilot([], { id: 'new' })],
    ['Saved. 1 profile found, with 1 account.', synposter([{ handle: 'alice' }], { id: 'new' })],
    [
      'Saved. 2 profiles found, with 2 accounts.',
      synposter([{ handle: 'alice' }], { id: 'new', profiles }),
    ],
  ])('says “%s”', async (words, connection) => {
    const service = connection.connection.service === 'schedpilot' ? 'SchedPilot' : 'Synposter';
    await save(service, saved);
    await store({ connections: [connection] });
    await waitFor(() => expect(result()).toBe(words));
  });
});
