import { screen, waitFor, within } from '@testing-library/preact';
import { describe, expect, it } from 'vitest';
import type { SaveReply } from '@/utils/commands/messages';
import { openOptions } from '../pages';

const schedPilotKey = ['smm', 'abcdefgh1234567h8'].join('_');
const synposterKey = ['sk', 'live', 'abcdefgh1234567x9z'].join('_');

const form = () => within(screen.getByRole('form', { name: 'Add a connection' }));
const keyField = () => form().getByLabelText<HTMLInputElement>('API key');
const result = () => form().getByRole('status').textContent;

async function open(reply: SaveReply = { kind: 'saved', connectionId: 'sp' }) {
  const { user, ...rest } = await openOptions('#connections', {}, { addConnection: reply });
  const save = () => user.click(form().getByRole('button', { name: 'Test and save' }));
  const chooseSynposter = () => user.click(form().getByRole('radio', { name: 'Synposter' }));
  return { user, save, chooseSynposter, ...rest };
}

describe('the form “Add a connection”', () => {
  it('asks for the service, a hidden key and a label', async () => {
    const { chooseSynposter } = await open();
    const group = within(form().getByRole('radiogroup', { name: 'Service' }));
    expect(group.getByRole('radio', { name: 'SchedPilot' })).toHaveProperty('checked', true);
    expect(keyField().type).toBe('password');
    expect(form().getByRole('textbox', { name: 'Name' })).toBeTruthy();
    expect(form().queryByRole('textbox', { name: 'Profile ID' })).toBeNull();
    await chooseSynposter();
    expect(await form().findByRole('textbox', { name: 'Profile ID' })).toBeTruthy();
  });

  it('sends the key without surrounding space', async () => {
    const { user, save, sent, askPermission } = await open();
    await user.type(keyField(), `  ${schedPilotKey} `);
    await user.type(form().getByRole('textbox', { name: 'Name' }), ' Studio North ');
    await save();
    const command = {
      service: 'schedpilot',
      apiKey: schedPilotKey,
      label: 'Studio North',
      keyKeptUntil: 'removed',
      profileIds: [],
    };
    await waitFor(() => expect(sent).toEqual([{ name: 'addConnection', command }]));
    expect(askPermission).toHaveBeenCalledWith({ origins: ['https://api.schedpilot.com/*'] });
  });

  it('sends the wish to keep the key until the browser closes', async () => {
    const { user, save, sent } = await open();
    await user.type(keyField(), schedPilotKey);
    const name = 'Forget the key when the browser closes';
    await user.click(form().getByRole('switch', { name }));
    await save();
    await waitFor(() =>
      expect(sent).toMatchObject([{ command: { keyKeptUntil: 'browser-closes' } }]),
    );
  });

  it('sends every profile ID, and the service’s name without a label', async () => {
    const { user, save, chooseSynposter, sent } = await open();
    await chooseSynposter();
    await user.type(keyField(), synposterKey);
    await user.type(await form().findByRole('textbox', { name: 'Profile ID' }), ' p1, p2 p3,p4 ');
    await save();
    const command = {
      service: 'synposter',
      apiKey: synposterKey,
      label: 'Synposter',
      keyKeptUntil: 'removed',
      profileIds: ['p1', 'p2', 'p3', 'p4'],
    };
    await waitFor(() => expect(sent).toEqual([{ name: 'addConnection', command }]));
  });

  it.each([
    ['an empty key', '   ', 'Enter an API key.'],
    [
      'a key with a space in it',
      'smm_abc def',
      'That doesn’t look like a key: it has spaces or special characters. Copy it again.',
    ],
    [
      'a key with a special character',
      'smm_äbc',
      'That doesn’t look like a key: it has spaces or special characters. Copy it again.',
    ],
  ])('rejects %s without sending it', async (_, typed, words) => {
    const { user, save, sent } = await open();
    await user.type(keyField(), typed);
    await save();
    await waitFor(() => expect(result()).toBe(words));
    expect(keyField().getAttribute('aria-invalid')).toBe('true');
    await waitFor(() => expect(document.activeElement).toBe(keyField()));
    expect(sent).toEqual([]);
  });

  it('warns about an unusual key, and sends it anyway', async () => {
    const { user, save, sent } = await open();
    await user.type(keyField(), 'odd-key');
    await form().findByText(
      'Unusual for a SchedPilot key (they look like smm_…). We’ll try it anyway.',
    );
    await save();
    await waitFor(() => expect(sent).toMatchObject([{ command: { apiKey: 'odd-key' } }]));
  });

  describe('a key pasted with surrounding text', () => {
    const tidied = 'We took the key out of what you pasted.';
    const header = `-H "X-API-KEY: ${schedPilotKey}"`;

    it.each([
      ['quotes', `“${schedPilotKey}”`],
      ['a command of several lines', `curl https://api.example.com \\\n  ${header}\n`],
      ['a line of .env', `export SCHEDPILOT_API_KEY='${schedPilotKey}' # team`],
      ['an unseen character within', schedPilotKey.replace('a', 'a\u200b')],
    ])('is extracted from %s, which is shown, and sent alone', async (_, pasted) => {
      const { user, save, sent } = await open();
      await user.click(keyField());
      await user.paste(pasted);
      await form().findByText(tidied);
      expect(keyField().value).toBe(schedPilotKey);
      await save();
      await waitFor(() => expect(sent).toMatchObject([{ command: { apiKey: schedPilotKey } }]));
    });

    it('replaces the selection at the cursor', async () => {
      const { user } = await open();
      await user.type(keyField(), 'smm_old');
      keyField().select();
      await user.paste(`"${schedPilotKey}"`);
      await waitFor(() => expect(keyField().value).toBe(schedPilotKey));
    });

    it('is extracted from typed quotes on save', async () => {
      const refused = { kind: 'failed', error: { kind: 'refused', status: 401 } } as const;
      const { user, save, sent } = await open(refused);
      await user.type(keyField(), `"${schedPilotKey}"`);
      await save();
      await form().findByText(tidied);
      expect(keyField().value).toBe(schedPilotKey);
      expect(sent).toMatchObject([{ command: { apiKey: schedPilotKey } }]);
    });

    it('is mentioned after pasting, and not after typing', async () => {
      const { user } = await open();
      await user.click(keyField());
      await user.paste(`Bearer odd-key`);
      await form().findByText(
        `${tidied} Unusual for a SchedPilot key (they look like smm_…). We’ll try it anyway.`,
      );
      await user.clear(keyField());
      await waitFor(() => expect(form().queryByText(/We took the key/)).toBeNull());
    });

    it.each([
      ['the key alone', schedPilotKey],
      ['a space after it', `${schedPilotKey} \n`],
    ])('is not mentioned for %s', async (_, pasted) => {
      const { user, save, sent } = await open();
      await user.click(keyField());
      await user.paste(pasted);
      await save();
      await waitFor(() => expect(sent).toMatchObject([{ command: { apiKey: schedPilotKey } }]));
      expect(screen.queryByText(tidied)).toBeNull();
    });
  });
});

it('the form starts with the service that was chosen in the popup', async () => {
  await openOptions('#connections?add=synposter');
  expect(form().getByRole('radio', { name: 'Synposter', checked: true })).toBeTruthy();
  await waitFor(() => expect(document.activeElement).toBe(keyField()));
});
