import { screen, waitFor, within } from '@testing-library/preact';
import { describe, expect, it } from 'vitest';
import type { ChatError } from '@/utils/chat-services/chat-error';
import type { Chat, ChatState } from '@/utils/state/chat/chat';
import { createChats } from '../../apis/chats.ts';
import type { FakeReplies } from '../background';
import { openOptions } from '../pages';
import { hour, schedPilot, synposter } from '../stored';

const kinds = { trouble: true, warning: true, recovery: true, refused: true };
const team: Chat = {
  id: 'chat-1',
  service: 'slack',
  label: 'Team',
  addressHint: 'k1Q',
  addedAt: 1,
  on: true,
  kinds,
};
const address = createChats(Date.now).add('slack');

const connections = [
  schedPilot([{ id: '1', handle: 'bakery' }]),
  synposter([{ id: '1', handle: 'alice' }]),
];

function openAlerts(replies: FakeReplies = {}) {
  return openOptions('#alerts', { connections }, replies);
}

/** Opens the page with a chat, and what is known about posting to it. */
async function openChat(
  { changes = {}, state = {} }: { changes?: Partial<Chat>; state?: ChatState } = {},
  replies: FakeReplies = {},
) {
  const chats = [{ chat: { ...team, ...changes }, state }];
  const opened = await openOptions('#alerts', { connections, chats }, replies);
  await screen.findByText(team.label);
  return opened;
}

const item = () =>
  within(screen.getByRole('list', { name: 'Send to a chat' })).getByRole('listitem');
const dialog = () => screen.getByRole('dialog', { name: 'Add a chat' });

describe('adding a chat', () => {
  it('asks for access to its host alone, then saves it', async () => {
    const { user, sent, askPermission } = await openAlerts({ saveChat: { kind: 'saved' } });
    await user.click(screen.getByRole('button', { name: 'Add chat' }));
    await user.type(within(dialog()).getByLabelText('Webhook address'), address);
    expect(within(dialog()).getByText('A webhook of Slack.')).toBeTruthy();
    await user.type(within(dialog()).getByLabelText('Name'), 'Team');
    await user.click(within(dialog()).getByRole('checkbox', { name: /connected again/ }));
    await user.click(within(dialog()).getByRole('button', { name: 'Save' }));
    const command = { address, label: 'Team', kinds: { ...kinds, recovery: false } };
    await waitFor(() => expect(sent).toEqual([{ name: 'saveChat', command }]));
    expect(askPermission.mock.calls).toEqual([[{ origins: ['https://hooks.slack.com/*'] }]]);
    expect(await screen.findByText('Saved. New alerts will be posted to Team.')).toBeTruthy();
    expect(screen.queryByRole('dialog')).toBeNull();
  });

  it('saves nothing without access', async () => {
    const { user, sent, askPermission } = await openAlerts();
    askPermission.mockResolvedValue(false);
    await user.click(screen.getByRole('button', { name: 'Add chat' }));
    await user.type(within(dialog()).getByLabelText('Webhook address'), address);
    await user.click(within(dialog()).getByRole('button', { name: 'Save' }));
    expect(
      await screen.findByText('Without access to Slack, nothing can be posted there.'),
    ).toBeTruthy();
    expect(sent).toEqual([]);
  });

  it.each([
    ['', 'Enter the address of a webhook.'],
    [
      'https://evil.example/hook',
      'That isn’t the address of an incoming webhook. Supported are Slack, Discord, Google Chat, and Microsoft Teams.',
    ],
  ])('says what is wrong with the address “%s”', async (entered, words) => {
    const { user, sent } = await openAlerts();
    await user.click(screen.getByRole('button', { name: 'Add chat' }));
    const field = within(dialog()).getByLabelText('Webhook address');
    if (entered) await user.type(field, entered);
    await user.click(within(dialog()).getByRole('button', { name: 'Save' }));
    expect(within(dialog()).getByText(words).getAttribute('role')).toBe('status');
    expect(document.activeElement).toBe(field);
    expect(sent).toEqual([]);
  });

  it('takes only some clients, but at least one', async () => {
    const { user, sent } = await openAlerts({ saveChat: { kind: 'saved' } });
    await user.click(screen.getByRole('button', { name: 'Add chat' }));
    await user.type(within(dialog()).getByLabelText('Webhook address'), address);
    await user.click(within(dialog()).getByRole('radio', { name: 'Only these clients' }));
    await user.click(within(dialog()).getByRole('button', { name: 'Save' }));
    expect(within(dialog()).getByText('Choose at least one client.')).toBeTruthy();
    const [first] = within(dialog()).getAllByRole('checkbox');
    if (first) await user.click(first);
    await user.click(within(dialog()).getByRole('button', { name: 'Save' }));
    await waitFor(() => expect(sent).toHaveLength(1));
    expect(sent).toMatchObject([{ command: { clients: [expect.any(String)] } }]);
  });

  it('shows what a message looks like', async () => {
    const { user } = await openAlerts();
    await user.click(screen.getByRole('button', { name: 'Add chat' }));
    const preview = within(dialog()).getByRole('figure', { name: 'What a message looks like' });
    expect(preview.textContent).toContain('@alice on Instagram has expired');
    expect(preview.textContent).toContain('Open Synposter');
  });

  it('sends a test message, and says if it was not taken', async () => {
    const failed = { kind: 'failed', error: { kind: 'gone', status: 404 } } as const;
    const { user, sent } = await openAlerts({ testChat: failed });
    await user.click(screen.getByRole('button', { name: 'Add chat' }));
    await user.type(within(dialog()).getByLabelText('Webhook address'), address);
    await user.click(within(dialog()).getByRole('button', { name: 'Send a test message' }));
    expect(await within(dialog()).findByText('Slack no longer accepts this address.')).toBeTruthy();
    expect(sent).toEqual([{ name: 'testChat', command: { address } }]);
  });

  it('says that another chat has this address', async () => {
    const { user } = await openAlerts({ saveChat: { kind: 'same-address', label: 'Other' } });
    await user.click(screen.getByRole('button', { name: 'Add chat' }));
    await user.type(within(dialog()).getByLabelText('Webhook address'), address);
    await user.click(within(dialog()).getByRole('button', { name: 'Save' }));
    expect(await within(dialog()).findByText('Other already posts to this address.')).toBeTruthy();
  });
});

describe('a chat', () => {
  it('shows its service, the end of its address, its clients and its last message', async () => {
    const state = { deliveredAt: Date.now() - 2 * hour };
    await openChat({ changes: { clients: ['Alice’s Brand'] }, state });
    expect(item().textContent).toContain('Slack · ending in k1Q · Alice’s Brand');
    expect(item().textContent).toContain('Last message 2 h ago');
  });

  it('is edited without showing its address', async () => {
    const { user, sent } = await openChat({}, { saveChat: { kind: 'saved' } });
    await user.click(await screen.findByRole('button', { name: 'More for Team' }));
    await user.click(screen.getByRole('menuitem', { name: 'Edit' }));
    const form = screen.getByRole('dialog', { name: 'Edit Team' });
    expect(within(form).getByLabelText('Webhook address')).toHaveProperty('value', '');
    expect(form.textContent).toContain('Leave empty to keep the address ending in k1Q.');
    await user.click(within(form).getByRole('button', { name: 'Save' }));
    const command = { chatId: team.id, label: 'Team', kinds };
    await waitFor(() => expect(sent).toEqual([{ name: 'saveChat', command }]));
  });

  it('is turned off', async () => {
    const { user, sent } = await openChat();
    await user.click(await screen.findByRole('button', { name: 'More for Team' }));
    await user.click(screen.getByRole('menuitem', { name: 'Turn off' }));
    const command = { chatId: team.id, on: false };
    await waitFor(() => expect(sent).toEqual([{ name: 'switchChat', command }]));
  });

  it('is removed after a question', async () => {
    const { user, sent } = await openChat();
    await user.click(await screen.findByRole('button', { name: 'More for Team' }));
    await user.click(screen.getByRole('menuitem', { name: 'Remove' }));
    const question = await screen.findByRole('dialog', { name: 'Remove Team?' });
    await user.click(within(question).getByRole('button', { name: 'Remove' }));
    const command = { chatId: team.id };
    await waitFor(() => expect(sent).toEqual([{ name: 'removeChat', command }]));
  });

  it('sends a test message', async () => {
    const { user, sent } = await openChat({}, { testChat: { kind: 'sent' } });
    await user.click(await screen.findByRole('button', { name: 'Send a test message' }));
    expect(await screen.findByText('Sent. Look for it in Slack.')).toBeTruthy();
    expect(sent).toEqual([{ name: 'testChat', command: { chatId: team.id } }]);
  });

  it.each<[ChatError, string, string]>([
    [{ kind: 'gone', status: 404 }, 'Slack no longer accepts this address.', 'Replace address'],
    [{ kind: 'server', status: 503 }, 'Slack is having problems (error 503).', 'Try again'],
    [{ kind: 'unreachable' }, 'Couldn’t reach Slack.', 'Try again'],
    [
      { kind: 'no-permission' },
      'Your browser is blocking Still Connected from reaching Slack.',
      'Grant access',
    ],
  ])('says why messages wait, and offers what helps: %o', async (error, words, button) => {
    const since = Date.now() - 3 * hour;
    await openChat({ state: { failing: { error, failures: 2, since, nextAt: since } } });
    expect(await screen.findByRole('button', { name: button })).toBeTruthy();
    expect(item().textContent).toContain(words);
    expect(item().textContent).toContain('Messages have waited since Mar 14, 2026, 6:20 AM.');
  });

  it('follows quiet hours where that is wanted', async () => {
    const { user, sent } = await openChat();
    await user.click(await screen.findByRole('switch', { name: 'Quiet hours apply to chats too' }));
    const command = { quietChats: true };
    await waitFor(() => expect(sent).toEqual([{ name: 'changeSettings', command }]));
  });
});

it('Activity lists a message that never reached its chat', async () => {
  const lost = { at: Date.now() - hour, label: 'Team', service: 'slack', notices: 2 } as const;
  const lostMessages = [{ ...lost, error: { kind: 'gone', status: 404 } as const }];
  await openOptions('#activity', { connections, lostMessages });
  const words = await screen.findByText('2 alerts for Team were never delivered.');
  expect(words.closest('li')?.textContent).toContain('Slack no longer accepts this address.');
});
